/** `npm run demo:remove`: takes the demo out of the running or stopped instance and leaves everything else. */
import { command, openInstance } from '#supabase/demo/db/instance.ts';
import { removeDemo, type Removed } from '#supabase/demo/db/removal.ts';
import { connect } from '#supabase/embedded/database.ts';

const FLAG = '--yes-from-my-project';

function sentences(removed: Removed, stopped: boolean): string {
  const { clusters, producers, products, pictures, inquiries, orders, exhibitions, accounts } =
    removed;
  if (accounts + clusters + producers + products === 0)
    return 'There is no demo here; nothing was changed.';
  const said = [
    `The demo is gone: ${clusters} clusters, ${producers} producers, ${products} products, ` +
      `${inquiries} inquiries, ${orders} orders, ${exhibitions} exhibitions and ${accounts} accounts.`,
    stopped
      ? `The files of its ${pictures} pictures go when the site runs again.`
      : `The files of its ${pictures} pictures follow within minutes.`,
  ];
  if (removed.othersInquiries > 0) {
    said.push(
      `${removed.othersInquiries} inquiries that others had sent to its producers went with them.`,
    );
  }
  if (removed.othersOrders > 0)
    said.push(`So did ${removed.othersOrders} orders that others had placed with them.`);
  if (removed.operatorsLeft === 0)
    said.push('No operator is left: make one with npm run operator.');
  return said.join('\n');
}

async function run(): Promise<string> {
  const instance = await openInstance(process.env, process.argv.slice(2), FLAG);
  const sql = connect(instance.databaseUrl);
  try {
    return sentences(await removeDemo(sql), instance.stopped);
  } finally {
    await sql.end({ timeout: 5 });
    await instance.close();
  }
}

process.exit(await command(run));
