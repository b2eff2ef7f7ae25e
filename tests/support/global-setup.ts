import type { TestProject } from 'vitest/node';
import { Sentence } from '#supabase/embedded/sentence.ts';
import { makeTemplate, startCluster } from '#supabase/embedded/throwaway.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Port of the PostgreSQL that all files of this run share, each with its own database. */
    postgresPort: number;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startCluster();
  try {
    await makeTemplate(cluster.port);
  } catch (failure) {
    await cluster.stop();
    // A migration's failure says file, line and reason; its stack and the statement would only hide that.
    throw failure instanceof Sentence ? new Error(failure.message) : failure;
  }
  project.provide('postgresPort', cluster.port);
  return () => cluster.stop();
}
