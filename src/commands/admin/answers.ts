/** What most commands do with what an action answered, and the account that some of them are about. */
import type { Problem } from '#domain/problem.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { Account, Deps } from '#server/actions/ports.ts';
import { signInKey } from '#server/actions/sign-in-names.ts';
import type { Options } from './options.ts';
import { wordsOfProblem } from './problem-words.ts';

export const refused = (problem: Problem): Result<string, string> => fail(wordsOfProblem(problem));

export const answer = <T>(result: Result<T>, options: Options, words: (value: T) => string): Result<string, string> => {
  if (!result.ok) return refused(result.problem);
  return ok(options.has('json') ? JSON.stringify(result.value) : words(result.value));
};

export const accountOf = async (deps: Deps, options: Options): Promise<Result<Account, string>> => {
  const account = await deps.storage.accounts.bySignIn(signInKey(options.get('sign-in') ?? ''));
  return account === undefined
    ? fail('Không có tài khoản với tên đăng nhập này. / There is no account with this sign-in name.')
    : ok(account);
};
