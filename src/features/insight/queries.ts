import { expectData } from '#src/server/db/failure.ts';
import type { Db } from '#src/server/db/client.ts';

/** Hours are null where nothing was answered yet. `stuck`: open, and without an answer for three days. */
export type AnswerFigures = {
  asked: number;
  answered: number;
  medianHours: number | null;
  slowHours: number | null;
  inTwoDays: number;
  stuck: number;
};

/** What was ordered in one month by one cluster's members; `amount` in minor units. Cluster null: in no cluster. */
export type MonthValue = {
  cluster: string | null;
  clusterId: string | null;
  month: string;
  currency: string;
  orders: number;
  amount: number;
};

/** `months`: YYYY-MM, oldest first. `producers` is empty for the whole site. */
export type TradeFigures = {
  months: string[];
  answers: AnswerFigures;
  answersByMonth: { month: string; asked: number; answered: number; medianHours: number | null }[];
  funnel: { asked: number; quoted: number; ordered: number; delivered: number };
  stuck: {
    inquiryId: string;
    reference: string;
    producer: string;
    producerId: string;
    askedAt: string;
  }[];
  orders: { count: number; late: number; shipped: number; onTime: number; cancelled: number };
  values: MonthValue[];
  producers: {
    id: string;
    name: string;
    answers: AnswerFigures;
    orders: { currency: string; orders: number; amount: number }[];
  }[];
};

/** Null for everybody but the cluster's coordinators. */
export async function clusterTrade(
  db: Db,
  cluster: string,
  months: number,
): Promise<TradeFigures | null> {
  const answer = await db.rpc('cluster_trade', { p_cluster: cluster, p_months: months });
  return expectData(answer) as unknown as TradeFigures | null;
}

/** Null for everybody but the operators. */
export async function operatorTrade(db: Db, months: number): Promise<TradeFigures | null> {
  return expectData(
    await db.rpc('operator_trade', { p_months: months }),
  ) as unknown as TradeFigures | null;
}
