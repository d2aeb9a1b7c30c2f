// The page of the shop: signs people up and in at a user pool, and sends their orders to an API.
(() => {
  "use strict";
  const { userPoolId, clientId, apiId, stage } = window.SHOP;
  const region = userPoolId.split("_")[0];

  // On AWS everything has an address of AWS's. On the machine that you learn on, it is this page's own host and port.
  const isHere = location.hostname.endsWith(".localhost");
  const port = location.port ? `:${location.port}` : "";
  const cognito = isHere ? `http://localhost${port}/` : `https://cognito-idp.${region}.amazonaws.com/`;
  const orders = isHere
    ? `http://${apiId}.execute-api.${region}.localhost${port}/${stage}/orders`
    : `https://${apiId}.execute-api.${region}.amazonaws.com/${stage}/orders`;

  const byId = (id) => document.getElementById(id);
  const sections = ["shut", "sign-in", "sign-up", "confirm", "order", "placed"];

  const say = (text, isFault = false) => {
    byId("said").textContent = text;
    byId("said").classList.toggle("fault", isFault);
  };

  const show = (name, takesFocus = true) => {
    for (const each of sections) {
      byId(each).hidden = each !== name;
    }
    if (takesFocus) {
      const field = byId(name).querySelector("input");
      (field ?? byId(name).querySelector("button"))?.focus();
    }
  };

  if (!userPoolId || !clientId) {
    show("shut", false);
    return;
  }

  const { AuthenticationDetails, CognitoUser, CognitoUserPool } = window.AmazonCognitoIdentity;
  const pool = new CognitoUserPool({
    UserPoolId: userPoolId,
    ClientId: clientId,
    endpoint: cognito,
    AdvancedSecurityDataCollectionFlag: false,
  });
  const person = (email) => new CognitoUser({ Username: email, Pool: pool });

  // Who has signed up and not typed the code yet; the password stays in this page's memory only.
  let newcomer = null;

  const setEmail = (email) => document.querySelectorAll("[data-email]").forEach((place) => (place.textContent = email));

  // The library calls back; what follows reads better with promises.
  const asked = (call) => new Promise((resolve, reject) => call((error, result) => (error ? reject(error) : resolve(result))));

  const signIn = (email, password) =>
    new Promise((resolve, reject) => {
      // SRP: the password is proved, and never sent.
      person(email).authenticateUser(new AuthenticationDetails({ Username: email, Password: password }), {
        onSuccess: resolve,
        onFailure: reject,
      });
    });

  const session = () => {
    const user = pool.getCurrentUser();
    return user ? asked((done) => user.getSession(done)) : Promise.resolve(null);
  };

  const welcome = (current) => {
    setEmail(current.getIdToken().payload.email);
    show("order");
  };

  // One thing at a time: the form's buttons rest until its work is done, and what goes wrong is said.
  const onSubmit = (name, work) => {
    const form = byId(name).querySelector("form");
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const button = form.querySelector("button");
      button.disabled = true;
      say("One moment …");
      try {
        await work(new FormData(form), form);
      } catch (problem) {
        say(problem.message || "That did not work. Nothing was ordered; please try again.", true);
      } finally {
        button.disabled = false;
      }
    });
  };

  onSubmit("sign-up", async (fields) => {
    const [email, password] = [fields.get("email"), fields.get("password")];
    await asked((done) => pool.signUp(email, password, [], null, done));
    newcomer = { email, password };
    setEmail(email);
    say("A code is on its way to you.");
    show("confirm");
  });

  onSubmit("confirm", async (fields, form) => {
    await asked((done) => person(newcomer.email).confirmRegistration(fields.get("code"), false, done));
    const current = newcomer.password ? await signIn(newcomer.email, newcomer.password) : null;
    newcomer = null;
    form.reset();
    say("Good to know you.");
    if (current) {
      welcome(current);
    } else {
      show("sign-in");
    }
  });

  onSubmit("sign-in", async (fields, form) => {
    const [email, password] = [fields.get("email"), fields.get("password")];
    try {
      const current = await signIn(email, password);
      form.reset();
      say("");
      welcome(current);
    } catch (problem) {
      if (problem.code !== "UserNotConfirmedException") {
        throw problem;
      }
      newcomer = { email, password };
      setEmail(email);
      say("Your address waits for the code that we sent.");
      show("confirm");
    }
  });

  onSubmit("order", async (fields, form) => {
    const lines = ["rye-1kg", "knot", "roll", "tart-plum"]
      .map((product) => ({ product, quantity: Number(fields.get(product)) }))
      .filter((line) => line.quantity > 0);
    if (lines.length === 0) {
      throw new Error("Nothing is ordered yet: how many of what?");
    }
    if (!apiId) {
      throw new Error("The order book is not connected yet. Nothing was ordered.");
    }
    const current = await session();
    if (!current) {
      say("Please sign in again. Nothing was ordered.", true);
      show("sign-in");
      return;
    }
    const response = await fetch(orders, {
      method: "POST",
      headers: { "Content-Type": "application/json", Authorization: current.getIdToken().getJwtToken() },
      body: JSON.stringify({ pickupDay: fields.get("pickupDay"), lines }),
    }).catch(() => {
      throw new Error("The order book did not answer. Nothing was ordered; please try again.");
    });
    const answer = await response.json().catch(() => ({}));
    if (response.status !== 201) {
      throw new Error(`${answer.message ?? "The order book refused."} (${response.status}) Nothing was ordered.`);
    }
    byId("order-id").textContent = answer.orderId;
    form.reset();
    say("");
    show("placed");
  });

  byId("resend").addEventListener("click", async () => {
    try {
      await asked((done) => person(newcomer.email).resendConfirmationCode(done));
      say("Another code is on its way.");
    } catch (problem) {
      say(problem.message, true);
    }
  });

  byId("sign-out").addEventListener("click", () => {
    pool.getCurrentUser()?.signOut();
    say("You are signed out.");
    show("sign-in");
  });

  document.querySelectorAll("[data-show]").forEach((button) =>
    button.addEventListener("click", () => {
      say("");
      show(button.dataset.show);
    }));

  session()
    .then((current) => (current ? welcome(current) : show("sign-in", false)))
    .catch(() => show("sign-in", false));
})();
