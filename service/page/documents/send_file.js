/** Sending one file to the service, telling how far it has come. */

import { ServiceError } from "../shared/request.js";
import { text } from "../shared/texts.js";

/**
 * @param {File} file
 * @param {(part: number) => void} progress  the part that has been sent; 1 while the service reads the file
 * @returns {Promise<void>}  rejected with a ServiceError when the file is not taken in
 */
export function sendFile(file, progress) {
  const body = new FormData();
  body.append("file", file);
  return new Promise((done, fail) => {
    const sending = new XMLHttpRequest();
    sending.responseType = "json";
    sending.upload.addEventListener("progress", (event) => progress(event.total > 0 ? event.loaded / event.total : 0));
    sending.upload.addEventListener("load", () => progress(1));
    sending.addEventListener("load", () => {
      if (sending.status < 300) return done();
      const said = sending.response?.error?.message ?? text("error.unreadable", { status: sending.status });
      return fail(new ServiceError(said, sending.status));
    });
    sending.addEventListener("error", () => fail(new ServiceError(text("error.unreachable"))));
    sending.open("POST", "/api/documents");
    progress(0);
    sending.send(body);
  });
}
