import { expect, test } from "@playwright/test";
import { carefully, playToTheEnd, storyTitled } from "./child";

// As `make run` prints them.
const CODE = "CHMT-2346";
const TEACHER = { email: "maestra@demo.chumil.example", password: "estrellas-de-demostracion" };

test("a child joins with the class code and plays; the teacher, on another phone, sees the stars", async ({
  page,
  browser,
  request,
}) => {
  await page.goto("/");
  await page.getByRole("link", { name: "Entrar a mi clase" }).click();
  await page.getByLabel("Código de la clase").fill(CODE);
  await page.getByRole("button", { name: "Buscar mi clase" }).click();
  const tile = page.getByRole("main").getByRole("listitem").first();
  const nickname = await tile.innerText();
  await tile.getByRole("button").click();
  // Four pictures, and the same once more.
  for (const picture of ["sol", "pez", "luna", "casa", "sol", "pez", "luna", "casa"]) {
    await page.getByRole("button", { name: picture, exact: true }).click();
  }

  await expect(page.getByRole("heading", { name: `Hola, ${nickname}` })).toBeVisible();
  const first = page.getByRole("link", { name: "Empezar" });
  const title = await page.locator("section", { has: first }).getByRole("heading").innerText();
  await first.click();
  await playToTheEnd(page, await storyTitled(request, title), carefully);
  await expect(page.getByRole("img", { name: "3 de 3 estrellas" })).toBeVisible();

  const desk = await browser.newContext();
  const teacher = await desk.newPage();
  await teacher.goto("/#/teacher");
  await teacher.getByLabel("Correo").fill(TEACHER.email);
  await teacher.getByLabel("Contraseña").fill(TEACHER.password);
  await teacher.getByRole("button", { name: "Entrar" }).click();
  await teacher.getByRole("button", { name: /Quinto B/ }).click();
  const row = teacher.getByRole("row").filter({ hasText: nickname });
  await expect(row).not.toContainText("Dibujo libre");
  // The page asks again every 15 seconds.
  await expect(row.getByRole("cell").nth(0)).toHaveText("1", { timeout: 40_000 });
  await expect(row.getByRole("cell").nth(1)).toHaveText("3");
  const others = teacher.getByRole("row").filter({ hasText: "Dibujo libre" });
  await expect(others).toHaveCount(11);
  await teacher.screenshot({ path: "../../var/browser/4-teacher.png", animations: "disabled" });
  await desk.close();
});
