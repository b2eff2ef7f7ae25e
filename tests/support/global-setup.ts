import type { TestProject } from 'vitest/node';
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
    throw failure;
  }
  project.provide('postgresPort', cluster.port);
  return () => cluster.stop();
}
