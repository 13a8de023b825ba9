/** An RFC 9457 answer of the server: `code` is stable, `detail` is for people. */
export interface Problem {
  code: string;
  status: number;
  detail: string;
  errors?: { field: string; code: string; detail: string }[];
}

/** No answer came: no network, no server, or not in time. */
export class NetworkError extends Error {
  override name = "NetworkError";
}

/** The server refused. */
export class ApiError extends Error {
  override name = "ApiError";
  constructor(
    readonly problem: Problem,
    /** Seconds the server asked us to wait. */
    readonly after?: number,
  ) {
    super(problem.code);
  }
  get code(): string {
    return this.problem.code;
  }
  get status(): number {
    return this.problem.status;
  }
}

/** The session is over; only signing in again helps. */
export class SessionEnded extends Error {
  override name = "SessionEnded";
}

/** What the server said, or the nearest problem when something between us and it answered. */
export function asApiError(body: unknown, response: Response): ApiError {
  const after = Number(response.headers.get("Retry-After")) || undefined;
  const said = typeof body === "object" && body !== null ? (body as Partial<Problem>) : {};
  const problem = { ...said, code: said.code ?? "unavailable", detail: said.detail ?? "" };
  return new ApiError({ ...problem, status: response.status }, after);
}
