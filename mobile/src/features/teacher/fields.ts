/** What a form's field holds. */
export const field = (form: HTMLFormElement, name: string) =>
  String(new FormData(form).get(name) ?? "");
