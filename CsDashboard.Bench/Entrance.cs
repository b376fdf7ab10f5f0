using System.Text.RegularExpressions;

namespace CsDashboard.Bench;

/// <summary>Signs in, as programs and as browsers do.</summary>
internal static partial class Entrance
{
    /// <summary>A program with a token.</summary>
    public static async Task<Caller> Program(HttpClient client, string email) =>
        new(client.BaseAddress!, $"Authorization: Bearer {await Streams.SignIn(client, email)}\r\n");

    /// <summary>A browser with the cookies that the form of the sign-in page gives.</summary>
    public static async Task<Caller> Browser(HttpClient client, string email)
    {
        using var page = await client.GetAsync("login");
        var token = FormToken().Match(await page.Content.ReadAsStringAsync()).Groups[1].Value;
        using var form = new HttpRequestMessage(HttpMethod.Post, "login")
        {
            Content = new FormUrlEncodedContent([
                new("_handler", "login"),
                new("__RequestVerificationToken", token),
                new("Input.Email", email),
                new("Input.Password", Seed.Password),
            ]),
            Headers = { { "Cookie", CookiesOf(page) } },
        };
        using var entered = await client.SendAsync(form);
        var cookies = CookiesOf(entered);
        if (!cookies.Contains("cs=", StringComparison.Ordinal))
            throw new InvalidOperationException($"{email} did not get in: {(int)entered.StatusCode}.");
        return new Caller(client.BaseAddress!, $"{Caller.Browser}Cookie: {cookies}\r\n");
    }

    private static string CookiesOf(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Set-Cookie", out var all) ? string.Join("; ", all.Select(c => c.Split(';')[0])) : "";

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex FormToken();
}
