import type { Output } from '../../../../shared/contract/client.ts';
import type { surveyPaperRoutes } from '../../../../shared/contract/survey-paper.ts';

export type Paper = Output<(typeof surveyPaperRoutes)['surveyPaper']>;
