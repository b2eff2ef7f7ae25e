import { expect, test } from 'vitest';
import { actionHere, backHere } from '#src/server/http/action-here.ts';

const at = (search: string) => new URL(`https://site.test/operator/users${search}`);

test('a form keeps the page of the list it stands on', () => {
  expect(actionHere(at('?q=a%26b&before=x'), '?_action=operator.setUserState')).toBe(
    '?q=a%26b&before=x&_action=operator.setUserState',
  );
  // Drawn again after a refusal, on the address that it was sent to.
  expect(actionHere(at('?_action=operator.setOperator&q=a'), '?_action=jobs.drop')).toBe(
    '?_action=jobs.drop&q=a',
  );
});

test('after the act the reader is back there, never on another site', () => {
  expect(backHere('/rw/operator/users', at('?q=a&before=x&_action=y'))).toBe(
    '/rw/operator/users?q=a&before=x',
  );
  expect(backHere('/here', at('?_action=y'))).toBe('/here');
  expect(backHere('/here', at('?next=//evil.example&_action=y'))).toBe(
    '/here?next=%2F%2Fevil.example',
  );
  expect(backHere('/here', at('?done=draft&after=x&_action=y'), { done: 'published' })).toBe(
    '/here?after=x&done=published',
  );
});
