/** What an address asks of a list of orders: `show` (running, over, all) and the last entry of the page above. */
export function orderListAsked(query: URLSearchParams): {
  show: 'running' | 'over' | 'all';
  over: boolean | null;
  before: { at: string; id: string } | undefined;
} {
  const show = (['over', 'all'] as const).find((one) => one === query.get('show')) ?? 'running';
  const [at, id] = [query.get('at'), query.get('id')];
  return {
    show,
    over: show === 'all' ? null : show === 'over',
    before: at && id ? { at, id } : undefined,
  };
}
