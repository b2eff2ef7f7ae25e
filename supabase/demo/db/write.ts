import type { TransactionSql } from 'postgres';

/** A row as the table has it: columns by name, times as ISO text, arrays and objects as they are. */
export type Row = Record<string, unknown>;

/** Writes all rows of a table in one statement. Every row has the same keys; the other columns get their defaults. */
export async function insertAll(
  sql: TransactionSql,
  table: string,
  rows: readonly Row[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = sql(Object.keys(first));
  await sql`
    insert into ${sql(table)} (${columns})
    select ${columns} from jsonb_populate_recordset(null::${sql(table)}, ${sql.json(rows as never)})`;
}

/** Rows of several tables, in the order in which the references between them allow. */
export type Rows = [table: string, rows: Row[]][];
