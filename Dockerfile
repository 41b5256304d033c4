# The host with its three doors, its timer and the H5 pages. What it is given at its start: docs/environment.md.
ARG NODE_IMAGE=node:22-slim

FROM ${NODE_IMAGE} AS build
WORKDIR /house
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build -- --only=h5,container

FROM ${NODE_IMAGE}
ENV NODE_ENV=production PORT=5600
WORKDIR /app
COPY --from=build /house/dist/container ./
# For STORAGE_DIR, where photos lie on a disk: mount a volume here.
RUN mkdir /photos && chown node:node /photos
USER node
EXPOSE 5600
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s --retries=3 CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "host/server.mjs"]
