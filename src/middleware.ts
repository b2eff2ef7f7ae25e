import { sequence } from 'astro:middleware';
import { catchErrors } from '#src/server/http/catch-errors.ts';
import {
  guardRooms,
  identifyVisitor,
  openRequest,
  readSite,
  sealResponse,
} from '#src/server/http/request-steps.ts';
import '#src/server/http/zod-codes.ts';

export const onRequest = sequence(
  openRequest,
  sealResponse,
  catchErrors,
  readSite,
  identifyVisitor,
  guardRooms,
);
