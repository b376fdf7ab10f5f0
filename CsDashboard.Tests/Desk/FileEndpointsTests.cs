using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using CsDashboard.Foundation;

namespace CsDashboard.Tests.Desk;

/// <summary>Files: accepted by kind, content and size, given only to people who may see the ticket (contract: portal, Files).</summary>
public sealed class FileEndpointsTests(TestApp app) : IClassFixture<TestApp>
{
    private const int Megabyte = 1024 * 1024;

    private Task<HttpResponseMessage> Send(Actor customer, string ticketId, HttpContent form) =>
        app.Client(customer).PostAsync($"api/customers/me/tickets/{ticketId}/attachments", form);

    private async Task<JsonElement> Sent(
        Actor customer,
        string ticketId,
        string name = "test.pdf",
        byte[]? content = null,
        string type = "application/pdf"
    )
    {
        using var response = await Send(customer, ticketId, DeskApp.Form(name, content ?? "%PDF-1.7 something"u8.ToArray(), type));
        await response.ShouldBe(HttpStatusCode.Created);
        return await response.Json();
    }

    [Fact]
    public async Task A_file_is_stored_and_comes_back_as_it_was_to_the_customer_and_to_staff()
    {
        var ticket = (await app.Opened(app.Sara)).Text("id");
        var content = "%PDF-1.7 قائمة"u8.ToArray();
        var file = await Sent(app.Sara, ticket, "كشف الحساب 2026.pdf", content);
        (
            file.Text("resourceType"),
            file.Text("resourceId"),
            file.Text("originalFilename"),
            file.Text("mimeType"),
            file.Text("storageProvider"),
            file.Text("uploadedBy"),
            file.Text("tenantId")
        ).ShouldBe(("ticket", ticket, "كشف الحساب 2026.pdf", "application/pdf", "local", app.Sara.UserId.ToString(), app.Nour.ToString()));
        file.GetProperty("size").GetInt64().ShouldBe(content.Length);
        // contract: portal, Files: characters outside A-Za-z0-9._- become _.
        file.Text("filename").ShouldMatch("^[A-Za-z0-9._-]+$");
        file.Text("url").ShouldBe("/api/files/" + file.Text("id"));
        (await app.Client(app.Sara).Get("api/customers/me/tickets/" + ticket))
            .GetProperty("attachments")
            .Texts("id")
            .ShouldBe([file.Text("id")]);

        foreach (var reader in new[] { app.Client(app.Sara), app.Client(app.Karim), app.Client(app.Amina), app.Service })
        {
            using var response = await reader.GetAsync(file.Text("url"));
            await response.ShouldBe(HttpStatusCode.OK);
            (await response.Content.ReadAsByteArrayAsync()).ShouldBe(content);
            response.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
            var disposition = response.Content.Headers.ContentDisposition!;
            disposition.DispositionType.ShouldBe("attachment");
            disposition.FileNameStar.ShouldBe("كشف الحساب 2026.pdf");
            response.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
            response.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("sandbox");
            response.Headers.CacheControl!.Private.ShouldBeTrue();
            response.Headers.ETag.ShouldNotBeNull();

            using var again = new HttpRequestMessage(HttpMethod.Get, file.Text("url"));
            again.Headers.IfNoneMatch.Add(response.Headers.ETag);
            using var same = await reader.SendAsync(again);
            await same.ShouldBe(HttpStatusCode.NotModified);
        }
    }

    [Fact]
    public async Task A_file_is_not_there_for_anybody_else()
    {
        var file = await Sent(app.Sara, (await app.Opened(app.Sara)).Text("id"));
        foreach (var stranger in new[] { app.David, app.Oskar, app.Olga, app.Omar })
        {
            using var response = await app.Client(stranger).GetAsync(file.Text("url"));
            await response.ShouldBeProblem(404);
        }
        using var nobody = await app.Anonymous.GetAsync(file.Text("url"));
        await nobody.ShouldBeProblem(401);
    }

    public static TheoryData<string, byte[], string, int> Refused =>
        new()
        {
            { "tool.png", "MZ\0\0 this is a program"u8.ToArray(), "image/png", 400 },
            { "tool.exe", "MZ\0\0 this is a program"u8.ToArray(), "application/octet-stream", 400 },
            { "page.html", "<script>alert(1)</script>"u8.ToArray(), "text/html", 400 },
            { "page.txt", "<script>alert(1)</script>"u8.ToArray(), "text/html", 400 },
            { "tool.png", DeskApp.Png, "application/x-msdownload", 400 },
            { "picture.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray(), "image/svg+xml", 400 },
            { "noextension", "text"u8.ToArray(), "text/plain", 400 },
            { "macro.docm", "PK\u0003\u0004"u8.ToArray(), "application/octet-stream", 400 },
            { "double.png.exe", DeskApp.Png, "image/png", 400 },
            { "picture.png\u202Eexe", DeskApp.Png, "image/png", 400 },
            { "table.xlsx", "%PDF-1.7"u8.ToArray(), "application/octet-stream", 400 },
            { "notes.txt", "a\0b"u8.ToArray(), "text/plain", 400 },
            { "empty.txt", [], "text/plain", 400 },
            {
                "long.txt",
                new byte[10 * Megabyte + 1]
                    .Select(_ => (byte)'x')
                    .ToArray(),
                "text/plain",
                413
            },
        };

    [Theory, MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public async Task What_is_not_taken_leaves_nothing(string name, byte[] content, string type, int status)
    {
        var ticket = (await app.Opened(app.Sara)).Text("id");
        var before = (await app.Rows("Attachments"), app.StoredFiles.Count);
        using var response = await Send(app.Sara, ticket, DeskApp.Form(name, content, type));
        await response.ShouldBeProblem(status, field: "file");
        (await app.Rows("Attachments"), app.StoredFiles.Count).ShouldBe(before);
    }

    [Theory]
    [InlineData("a.jpeg")]
    [InlineData("a.jpg")]
    [InlineData("a.png")]
    [InlineData("a.gif")]
    [InlineData("a.pdf")]
    [InlineData("a.doc")]
    [InlineData("a.docx")]
    [InlineData("a.txt")]
    [InlineData("a.csv")]
    [InlineData("a.xlsx")]
    [InlineData("A.PNG")]
    [InlineData("../../../etc/cron.d/a.txt")]
    [InlineData("C:\\Windows\\a.txt")]
    public async Task Every_kind_of_the_list_is_taken_under_a_name_of_our_own(string name)
    {
        byte[] content = Path.GetExtension(name).ToLowerInvariant() switch
        {
            ".jpeg" or ".jpg" => [0xFF, 0xD8, 0xFF, 0xE0, 1, 2],
            ".png" => DeskApp.Png,
            ".gif" => "GIF89a picture"u8.ToArray(),
            ".pdf" => "%PDF-1.4"u8.ToArray(),
            ".doc" => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0],
            ".docx" or ".xlsx" => "PK\u0003\u0004 zip"u8.ToArray(),
            _ => "a;b;c\n1;2;3\n"u8.ToArray(),
        };
        var file = await Sent(app.Sara, (await app.Opened(app.Sara)).Text("id"), name, content, "application/octet-stream");
        file.Text("filename").ShouldMatch("^[A-Za-z0-9._-]+$");
        file.Text("originalFilename").ShouldNotContain("/");
        app.StoredFiles.ShouldAllBe(path =>
            Path.GetFullPath(path).StartsWith(Path.Combine(Path.GetFullPath(app.Database.Folder), "files"), StringComparison.Ordinal)
        );
        app.StoredFiles.ShouldAllBe(path => Path.GetFileName(path).All(char.IsAsciiLetterOrDigit));
    }

    [Fact]
    public async Task Ten_megabytes_are_taken_and_come_back()
    {
        var content = new byte[10 * Megabyte];
        Array.Fill(content, (byte)'x');
        var file = await Sent(app.Sara, (await app.Opened(app.Sara)).Text("id"), "long.txt", content, "text/plain");
        (await app.Client(app.Sara).GetByteArrayAsync(file.Text("url"))).Length.ShouldBe(content.Length);
    }

    [Fact]
    public async Task A_body_far_beyond_is_turned_away_before_it_is_sent()
    {
        var ticket = (await app.Opened(app.Sara)).Text("id");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"api/customers/me/tickets/{ticket}/attachments")
        {
            Content = DeskApp.Form("long.txt", new byte[30 * Megabyte], "text/plain"),
        };
        request.Headers.ExpectContinue = true;
        using var response = await app.Client(app.Sara).SendAsync(request);
        await response.ShouldBeProblem(413);
    }

    public static TheoryData<string, string> NoFile =>
        new()
        {
            { "application/json", "{}" },
            { "multipart/form-data", "no boundary" },
            { "multipart/form-data; boundary=b", "" },
            { "multipart/form-data; boundary=b", "--b--\r\n" },
            { "multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\njust text\r\n--b--\r\n" },
            {
                "multipart/form-data; boundary=b",
                "--b\r\nContent-Disposition: form-data; name=\"other\"; filename=\"a.txt\"\r\n\r\ntext\r\n--b--\r\n"
            },
            {
                "multipart/form-data; boundary=b",
                "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nnever ends"
            },
            {
                "multipart/form-data; boundary=b",
                "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\"\r\n\r\n\r\n--b--\r\n"
            },
            { "multipart/form-data; boundary=b", "rubbish" },
            {
                "multipart/mixed; boundary=b",
                "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\ntext\r\n--b--\r\n"
            },
            { "text/plain", "text" },
        };

    [Theory, MemberData(nameof(NoFile))]
    public async Task A_form_without_a_whole_file_is_refused_and_leaves_nothing(string type, string body)
    {
        var ticket = (await app.Opened(app.Sara)).Text("id");
        var before = (await app.Rows("Attachments"), app.StoredFiles.Count);
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var response = await Send(app.Sara, ticket, content);
        await response.ShouldBeProblem(400, field: "file");
        (await app.Rows("Attachments"), app.StoredFiles.Count).ShouldBe(before);
    }

    [Fact]
    public async Task Other_fields_before_the_file_do_no_harm()
    {
        var ticket = (await app.Opened(app.Sara)).Text("id");
        var form = new MultipartFormDataContent
        {
            { new StringContent("x"), "note" },
            { new StringContent(app.Other.ToString()), "tenantId" },
        };
        var file = new ByteArrayContent(DeskApp.Png);
        file.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        form.Add(file, "file", "a.png");
        using var response = await Send(app.Sara, ticket, form);
        await response.ShouldBe(HttpStatusCode.Created);
        (await response.Json()).Text("tenantId").ShouldBe(app.Nour.ToString());
    }

    [Fact]
    public async Task An_upload_that_breaks_off_leaves_nothing()
    {
        var ticket = (await app.Opened(app.Sara)).Text("id");
        var token = (await app.SignIn(app.Sara)).Token;
        var before = (Rows: await app.Rows("Attachments"), Files: app.StoredFiles.Count);
        using (var wire = new TcpClient())
        {
            await wire.ConnectAsync(app.Server.Host, app.Server.Port);
            var head =
                $"POST /api/customers/me/tickets/{ticket}/attachments HTTP/1.1\r\nHost: {app.Server.Authority}\r\nAuthorization: Bearer {token}\r\n"
                + "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 5000000\r\n\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n";
            await wire.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head + new string('x', 400_000)));
            for (var i = 0; i < 100 && app.StoredFiles.Count == before.Files; i++)
                await Task.Delay(20);
            app.StoredFiles.Count.ShouldBe(before.Files + 1, "The upload should have begun.");
            wire.Client.LingerState = new LingerOption(true, 0);
        }
        for (var i = 0; i < 250 && app.StoredFiles.Count > before.Files; i++)
            await Task.Delay(20);
        (await app.Rows("Attachments"), app.StoredFiles.Count).ShouldBe(before);
    }

    [Fact]
    public async Task Files_are_sent_with_a_message_only_by_whom_they_belong_to_and_once()
    {
        var (ticket, other) = ((await app.Opened(app.Sara)).Text("id"), (await app.Opened(app.David)).Text("id"));
        var (mine, his) = ((await Sent(app.Sara, ticket)).Text("id"), (await Sent(app.David, other)).Text("id"));
        foreach (var ids in new[] { [his], new[] { mine, his } })
        {
            using var refused = await app.Client(app.Sara)
                .Post($"api/customers/me/tickets/{ticket}/messages", new { body = "With a file", attachmentIds = ids });
            await refused.ShouldBeProblem(400, field: "attachmentIds");
        }
        using var sent = await app.Client(app.Sara)
            .Post($"api/customers/me/tickets/{ticket}/messages", new { body = "With a file", attachmentIds = new[] { mine } });
        await sent.ShouldBe(HttpStatusCode.Created);
        (await sent.Json()).GetProperty("attachments").EnumerateArray().Select(a => a.GetString()).ShouldBe([mine]);
        using var twice = await app.Client(app.Sara)
            .Post($"api/customers/me/tickets/{ticket}/messages", new { body = "Again", attachmentIds = new[] { mine } });
        await twice.ShouldBeProblem(400, field: "attachmentIds");
        (await app.Client(app.Sara).Get("api/customers/me/tickets/" + ticket)).GetProperty("messages").GetArrayLength().ShouldBe(2);
    }
}
