using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using CsDashboard.Foundation;
using CsDashboard.Web.Accounts;
using CsDashboard.Web.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace CsDashboard.Tests.Desk;

/// <summary>The words in which tests of the desk's endpoints speak.</summary>
public static class DeskApp
{
    public static readonly byte[] Png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=="
    );

    extension(TestApp app)
    {
        /// <summary>Somebody's browser, as the server sees it: with the cookie, and with the header that our own pages send.</summary>
        public async Task<HttpClient> Browser(Actor person, bool ownPages = true)
        {
            var session = await app.In(person);
            var principal = Principals.Of(person with { SessionId = session.SessionId }, Schemes.Cookie, "Nour");
            var cookie = app.Get<IOptionsMonitor<CookieAuthenticationOptions>>()
                .Get(Schemes.Cookie)
                .TicketDataFormat.Protect(
                    new AuthenticationTicket(
                        principal,
                        new AuthenticationProperties { IssuedUtc = person.Now, ExpiresUtc = person.Now.AddDays(1) },
                        Schemes.Cookie
                    )
                );
            var client = app.Anonymous;
            client.DefaultRequestHeaders.Add("Cookie", "cs=" + cookie);
            if (ownPages)
                client.DefaultRequestHeaders.Add("X-Requested-With", "CsDashboard");
            return client;
        }

        /// <summary>A ticket that a customer has opened by the API.</summary>
        public async Task<JsonElement> Opened(
            Actor customer,
            string title = "My payout is late",
            string description = "It was due on Monday."
        )
        {
            using var response = await app.Client(customer).Post("api/customers/me/tickets", new { title, description });
            await response.ShouldBe(HttpStatusCode.Created);
            return await response.Json();
        }

        /// <summary>Staff give a ticket another status.</summary>
        public async Task Moved(string ticketId, string status)
        {
            using var response = await app.Client(app.Karim).Patch($"api/tickets/{ticketId}", new { status });
            await response.ShouldBe(HttpStatusCode.OK);
        }

        /// <summary>Staff say something, or note it.</summary>
        public async Task<JsonElement> Said(
            Actor staff,
            string ticketId,
            string content,
            string type = "message",
            params string[] attachmentIds
        )
        {
            using var response = await app.Client(staff)
                .Post(
                    "api/messages",
                    new
                    {
                        ticketId,
                        content,
                        type,
                        attachmentIds,
                    }
                );
            await response.ShouldBe(HttpStatusCode.Created);
            return await response.Json();
        }

        /// <summary>How many rows a table has.</summary>
        public async Task<int> Rows(string table) =>
            int.Parse(await app.Database.Ask($"SELECT count(*) FROM \"{table}\""), System.Globalization.CultureInfo.InvariantCulture);

        /// <summary>The files that lie in the store, parts of files too.</summary>
        public IReadOnlyList<string> StoredFiles =>
            Directory.Exists(Path.Combine(app.Database.Folder, "files"))
                ? Directory.GetFiles(Path.Combine(app.Database.Folder, "files"), "*", SearchOption.AllDirectories)
                : [];
    }

    public static string Text(this JsonElement body, string name) => body.GetProperty(name).GetString()!;

    public static IEnumerable<string> Texts(this JsonElement list, string name) => list.EnumerateArray().Select(e => e.Text(name));

    /// <summary>A form with one file.</summary>
    public static MultipartFormDataContent Form(
        string fileName,
        byte[] content,
        string contentType = "application/octet-stream",
        string field = "file"
    )
    {
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        return new MultipartFormDataContent { { file, field, fileName } };
    }
}
