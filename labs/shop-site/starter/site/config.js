// What the page has to know of the account that it works with. None of it is secret.
window.SHOP = {
  userPoolId: "",
  clientId: "",
  apiId: "",
  stage: "prod",
};
