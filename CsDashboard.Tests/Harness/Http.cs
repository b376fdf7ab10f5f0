using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CsDashboard.Tests.Harness;

/// <summary>The words in which tests of the API speak.</summary>
public static class Http
{
    extension(HttpClient client)
    {
        /// <summary>The body of a GET that must succeed.</summary>
        public async Task<JsonElement> Get(string path)
        {
            using var response = await client.GetAsync(path);
            await response.ShouldBe(HttpStatusCode.OK, path);
            return await response.Json();
        }

        public Task<HttpResponseMessage> Post(string path, object? body = null) => client.SendJson(HttpMethod.Post, path, body);

        public Task<HttpResponseMessage> Put(string path, object? body = null) => client.SendJson(HttpMethod.Put, path, body);

        public Task<HttpResponseMessage> Patch(string path, object? body = null) => client.SendJson(HttpMethod.Patch, path, body);

        public Task<HttpResponseMessage> Delete(string path, object? body = null) => client.SendJson(HttpMethod.Delete, path, body);

        /// <summary>
        /// Without a body when there is none; otherwise as JSON. A string is sent as it is, so that bad JSON can be sent too.
        /// </summary>
        public async Task<HttpResponseMessage> SendJson(HttpMethod method, string path, object? body)
        {
            using var request = new HttpRequestMessage(method, path);
            request.Content = body switch
            {
                null => null,
                string raw => new StringContent(raw, MediaTypeHeaderValue.Parse("application/json")),
                _ => JsonContent.Create(body, body.GetType(), options: JsonSerializerOptions.Web),
            };
            // A server that refuses a body for its length closes the connection; whoever is still sending then never reads the answer.
            request.Headers.ExpectContinue = body is string { Length: > 500_000 };
            return await client.SendAsync(request);
        }

        /// <summary>Opens a page and sends one of its forms, as a browser does that keeps cookies.</summary>
        public async Task<HttpResponseMessage> FillIn(string path, string form, params (string Name, string Value)[] fields) =>
            await client.SendForm(path, await client.GetStringAsync(path), form, fields);

        /// <summary>Sends a form of a page that is open already.</summary>
        public Task<HttpResponseMessage> SendForm(string path, string page, string form, params (string Name, string Value)[] fields) =>
            client.PostAsync(
                path,
                new FormUrlEncodedContent([
                    new("_handler", form),
                    new(
                        "__RequestVerificationToken",
                        Regex.Match(page, "name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"").Groups[1].Value
                    ),
                    .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)),
                ])
            );
    }

    /// <summary>The body as JSON; if it isn't JSON, the message shows what came instead.</summary>
    public static async Task<JsonElement> Json(this HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        try
        {
            return JsonDocument.Parse(text).RootElement;
        }
        catch (JsonException bad)
        {
            throw new Shouldly.ShouldAssertException(
                $"{Where(response)} answered {(int)response.StatusCode} {response.Content.Headers.ContentType}, which is no JSON:\n{Short(text)}",
                bad
            );
        }
    }

    /// <summary>Fails with the body of the answer in the message.</summary>
    public static async Task ShouldBe(this HttpResponseMessage response, HttpStatusCode status, string? because = null)
    {
        if (response.StatusCode != status)
            throw new Shouldly.ShouldAssertException(
                $"{Where(response)} answered {(int)response.StatusCode} instead of {(int)status}{(because is null ? "" : $" ({because})")}:\n{Short(await response.Content.ReadAsStringAsync())}"
            );
    }

    public static Task ShouldBe(this HttpResponseMessage response, int status) => response.ShouldBe((HttpStatusCode)status);

    /// <summary>
    /// The answer is a refusal as the contract has it: problem+json with success false, error, message and, for a bad field,
    /// its name among errors. Gives the body back.
    /// </summary>
    public static async Task<JsonElement> ShouldBeProblem(
        this HttpResponseMessage response,
        int status,
        string? code = null,
        string? field = null
    )
    {
        await response.ShouldBe((HttpStatusCode)status);
        response.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json", Where(response));
        var body = await response.Json();
        var shown = $"{Where(response)}:\n{Short(body.GetRawText())}";
        body.GetProperty("status").GetInt32().ShouldBe(status, shown);
        body.GetProperty("success").GetBoolean().ShouldBeFalse(shown);
        body.GetProperty("message").GetString().ShouldNotBeNullOrWhiteSpace(shown);
        var error = body.GetProperty("error").GetString().ShouldNotBeNull(shown);
        if (code is not null)
            error.ShouldBe(code, shown);
        if (field is not null)
            body.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("field").GetString()).ShouldContain(field, shown);
        body.GetRawText().ShouldNotContain("   at ", Case.Sensitive, "A stack trace left the house.");
        return body;
    }

    private static string Where(HttpResponseMessage response) =>
        $"{response.RequestMessage?.Method} {response.RequestMessage?.RequestUri?.PathAndQuery}";

    private static string Short(string text) => text.Length > 2000 ? text[..2000] + " …" : text;
}
