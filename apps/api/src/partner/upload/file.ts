import type { DeliveredFile } from '#connectors';
import { badRequest } from '../../graphql/errors.js';

const LONGEST_NAME = 200;

/**
 * The name of a file to be shown, with folders before it cut off.
 * @throws ApiError BAD_REQUEST where it is empty or too long
 */
export function bareName(name: string): string {
  const bare =
    name
      .split(/[\\/]/)
      .at(-1)
      ?.replace(/\p{Cc}/gu, '')
      .trim() ?? '';
  if (!bare || bare.length > LONGEST_NAME)
    throw badRequest(`A file needs a name of at most ${LONGEST_NAME} characters.`);
  return bare;
}

/**
 * The file as it was chosen on the page.
 * @throws ApiError BAD_REQUEST where the content is not base64 or the name is empty or too long
 */
export function uploadedFile(name: string, contentBase64: string): DeliveredFile {
  const bare = bareName(name);
  const bytes = Buffer.from(contentBase64, 'base64');
  // Node passes over what is not base64: the length tells.
  if (bytes.length !== Math.floor((contentBase64.replace(/=+$/, '').length * 3) / 4))
    throw badRequest('The content of the file must be base64.');
  return { name: bare, mediaType: null, bytes };
}
