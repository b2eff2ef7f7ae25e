import type { Candidate, OpenLine } from '#src/domain/payment-match.ts';
import { codeOf, expectData } from '#src/server/db/failure.ts';
import type { Db } from '#src/server/db/client.ts';
import { placedLines, type BankDesk } from './bank-queries.ts';

/** What `cluster_statement_desk` answers; amounts in minor units. */
export type ClusterDesk = {
  lines: OpenLine[];
  payments: {
    id: string;
    reference: string;
    member: string;
    round: string;
    amount: number;
    currency: string;
    paidOn: string | null;
    createdAt: string;
  }[];
  /** What a member owes for a joint purchase, or still has to put down; `stem`: how its references begin, if it has any. */
  dues: {
    round: string;
    slug: string;
    title: string;
    member: string;
    name: string;
    currency: string;
    stem: string | null;
    owed: number;
    deposit: number;
  }[];
};

/** A due's id among the candidates. */
const dueId = ({ round, member }: ClusterDesk['dues'][number]) => `${round} ${member}`;
/** Shorter names of a purchase stand in too many texts. */
const NAME_MIN = 6;

/** What a line of the cluster's bank may be: a payment that a member announced, or what one owes. */
export function candidatesOf({ payments, dues }: ClusterDesk): Candidate[] {
  const announced = payments.map((row): Candidate => {
    return {
      id: row.id,
      kind: 'payment',
      reference: row.reference,
      orderReference: row.reference.replace(/-\d+$/, ''),
      currency: row.currency,
      amounts: [row.amount],
      buyer: row.member,
      day: row.paidOn ?? row.createdAt.slice(0, 10),
    };
  });
  const open = dues.map((due): Candidate => {
    const name = due.slug.length >= NAME_MIN ? due.slug : due.round;
    return {
      id: dueId(due),
      kind: 'order',
      reference: due.stem ?? name,
      orderReference: name,
      currency: due.currency,
      amounts: [due.deposit, due.owed].filter((amount) => amount > 0),
      buyer: due.name,
      day: null,
    };
  });
  return [...announced, ...open];
}

/** Null when the caller does not coordinate the cluster. */
export async function clusterBankDesk(db: Db, cluster: string): Promise<BankDesk | null> {
  const answer = await db.rpc('cluster_statement_desk', { p_cluster: cluster });
  if (answer.error && codeOf(answer.error) === 'not_found') return null;
  const desk = expectData(answer) as unknown as ClusterDesk;
  const orders = desk.dues.map((due) => ({
    id: dueId(due),
    reference: due.title,
    buyer: due.name,
    currency: due.currency,
    outstanding: due.owed || due.deposit,
    depositOutstanding: due.deposit,
  }));
  return { placed: placedLines(desk.lines, candidatesOf(desk)), orders };
}
