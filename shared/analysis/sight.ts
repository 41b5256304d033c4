import { handlesComplaints, headsServiceCentre, RELATION_HOLDERS } from '../kernel/people.ts';

type Post = { officeId: string; role: string; department: string | null };

/** Whose month somebody may look at: of which estates everything, and whether of all others the complaints. */
export interface AnalysisScope {
  offices: readonly string[] | 'all';
  complaints: boolean;
}

/** The company sees all estates, a director and whoever heads the service centre their own, the complaints officer the complaints of all; null for anybody else (C9, C1). */
export function analysisScope(posts: readonly Post[]): AnalysisScope | null {
  if (posts.some((one) => RELATION_HOLDERS.quality(one) || RELATION_HOLDERS.leadership(one))) return { offices: 'all', complaints: true };
  const offices = [...new Set(posts.filter((one) => RELATION_HOLDERS.director(one) || headsServiceCentre(one)).map((one) => one.officeId))];
  const complaints = posts.some(handlesComplaints);
  return offices.length > 0 || complaints ? { offices, complaints } : null;
}
