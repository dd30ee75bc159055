/* Runs calls of the vendor's SDK by number, alike in jsdom and in a browser page, and tells their outcome
   as JSON: {value} or {refusal: {name, code, message}}. Numbers, so that a call can be cancelled while it
   is under way. */
(function (root) {
  function outcomeOf(promise, APIError) {
    return Promise.resolve(promise).then(
      function (value) {
        return { value: value === undefined ? null : value };
      },
      function (error) {
        // The builds shorten the names of classes, so the class itself has to be asked for.
        var name = error instanceof APIError ? 'APIError' : error.name;
        return {
          refusal: { name: name, code: error.code === undefined ? null : error.code, message: error.message },
        };
      }
    );
  }

  root.createDriver = function (XsollaLogin, axios) {
    var sources = {};
    var api = null;

    return {
      configure: function (config) {
        api = new XsollaLogin.Api(config);
      },
      call: function (number, method, parameters) {
        // The SDK reads `cancelToken.token` of this call without a guard, so it must always be there.
        if (method === 'getConfirmCode') {
          sources[number] = axios.CancelToken.source();
          parameters = [Object.assign({ cancelToken: sources[number] }, parameters[0])];
        }
        return outcomeOf(api[method].apply(api, parameters), XsollaLogin.APIError);
      },
      cancel: function (number) {
        sources[number].cancel('cancelled by the page');
      },
    };
  };
})(typeof globalThis === 'undefined' ? window : globalThis);
