/** POST /api/files: an exchange file in, brought by anyone who is signed in, and the reply out. */
import { MAX_FILE_BYTES } from '#sync/exchange-file.ts';
import { receiveFile, type ReceiveFileDeps } from '#server/actions/receive-file.ts';
import { problemResponse } from './problem-response.ts';
import { hasContentType, readBytes } from './read-body.ts';
import type { createRouter } from './router.ts';

const BYTES = 'application/octet-stream';

export const registerFileRoutes = (router: ReturnType<typeof createRouter>, deps: ReceiveFileDeps): void => {
  const receive = receiveFile(deps);

  router.signed('POST /api/files', async (context, { account, session }) => {
    if (!hasContentType(context, BYTES)) return problemResponse({ code: 'request/malformed', field: 'Content-Type' });
    const bytes = await readBytes(context.req.raw, MAX_FILE_BYTES);
    if (!bytes.ok) return problemResponse(bytes.problem);
    const carrier = { person: account.person, device: session.device, unit: account.unit };
    const delivered = await receive(bytes.value, carrier);
    if (!delivered.ok) return problemResponse(delivered.problem);
    return new Response(delivered.value.reply, { headers: { 'Content-Type': BYTES } });
  });
};
