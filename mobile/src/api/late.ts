import type { CatalogueEntry } from "../storage";

/** Calls that the server's schema does not describe yet, in the shape of the generated `paths`. */
export interface SyncItem {
  id: string;
  child: string;
  version: string;
  engine: 1;
  path: unknown[];
  copied: number;
  started_at: string;
  finished_at: string | null;
  sequence: number;
  shown: { percent: number; stars: number } | null;
}
export interface SyncBody {
  device: string;
  client_now: string;
  items: SyncItem[];
}
export interface SyncAnswer {
  server_now: string;
  results: { id: string; status: string; have?: number | null; code?: string | null }[];
  badges: string[];
}
export interface ScenarioPage {
  count: number;
  next: string | null;
  previous: string | null;
  results: CatalogueEntry[];
}
export interface ClassProgress {
  classroom: { id: string; name: string };
  computed_at: string;
  catalogue: { scenario: string; title: string; topic: string; sensitive: boolean }[];
  children: ChildProgress[];
}
export interface ChildProgress {
  id: string;
  nickname: string;
  avatar: string;
  claimed: boolean;
  finished: number;
  stars: number;
  last_day: string | null;
  scenarios: { scenario: string; state: "in_progress" | "finished" | null; stars: number | null }[];
}

interface Answers<T> {
  200: { headers: { [name: string]: unknown }; content: { "application/json": T } };
}
interface Get<T, P> {
  parameters: P;
  get: { parameters: P; requestBody?: never; responses: Answers<T> };
}

export interface LatePaths {
  "/api/v1/sync": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: { content: { "application/json": SyncBody } };
      responses: Answers<SyncAnswer>;
    };
  };
  "/api/v1/scenarios": Get<ScenarioPage, { query: { tier: string; page: number } }>;
  "/api/v1/scenarios/{hash}": Get<unknown, { path: { hash: string } }>;
  "/api/v1/classes/{classroom_id}/progress": Get<ClassProgress, { path: { classroom_id: string } }>;
}
