using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using CsDashboard.Foundation;
using CsDashboard.Knowledge;
using CsDashboard.Tests.Desk;
using CsDashboard.Tests.Images;

namespace CsDashboard.Tests.Faults;

/// <summary>Files as an attacker would send them.</summary>
public sealed class FileFaultTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly byte[] Script = "<html><script>alert(1)</script></html>"u8.ToArray();

    private async Task<HttpResponseMessage> Send(
        string name,
        byte[] content,
        string type = "application/octet-stream",
        TestApp? own = null,
        string? ticket = null
    )
    {
        own ??= app;
        ticket ??= (await own.Opened(own.Sara)).Text("id");
        // Past the checks of the client's own classes: the name goes out as these bytes.
        var head =
            $"--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"\r\nContent-Type: {type}\r\n\r\n";
        var body = new ByteArrayContent([.. Encoding.UTF8.GetBytes(head), .. content, .. "\r\n--b--\r\n"u8]);
        body.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=b");
        return await own.Client(own.Sara).PostAsync($"api/customers/me/tickets/{ticket}/attachments", body);
    }

    public static TheoryData<string, byte[]> Disguised =>
        new()
        {
            { "a.jpg", [.. "GIF89a/*"u8, .. Script] },
            { "a.png", [.. "%PDF-1.4"u8, .. Script] },
            { "a.pdf", [.. Script, .. "%PDF-1.4"u8] },
            { "a.docx", Script },
            { "a.gif", "GIF88a"u8.ToArray() },
            { "a.webp", "RIFF\0\0\0\0WAVE"u8.ToArray() },
            { "a.txt", "PK\u0003\u0004 zip"u8.ToArray() },
            { "a.csv", "MZ\0 program"u8.ToArray() },
            { "a.png.exe", DeskApp.Png },
            { "a.html.", DeskApp.Png },
            { "a.png ", DeskApp.Png },
            { "a.png::$DATA", DeskApp.Png },
            { "a.php%00.exe", DeskApp.Png },
            { ".htaccess", "text"u8.ToArray() },
            { "\u200B.htaccess", "text"u8.ToArray() },
            { ".htacc\u200Bess", "text"u8.ToArray() },
            { "CON", "text"u8.ToArray() },
            { "..", "text"u8.ToArray() },
            { "../../x", "text"u8.ToArray() },
            { "picture\u202Egnp.exe", DeskApp.Png },
        };

    [Theory, MemberData(nameof(Disguised), DisableDiscoveryEnumeration = true)]
    public async Task What_is_not_what_it_calls_itself_is_refused_and_leaves_nothing(string name, byte[] content)
    {
        var ticket = (await app.Opened(app.Sara)).Text("id");
        var before = (await app.Rows("Attachments"), app.StoredFiles.Count);
        using var response = await Send(name, content, ticket: ticket);
        await response.ShouldBeProblem(400, field: "file");
        (await app.Rows("Attachments"), app.StoredFiles.Count).ShouldBe(before);
    }

    public static TheoryData<string> Odd =>
        [
            "../../x.txt",
            "..\\..\\x.txt",
            "/etc/passwd.txt",
            "CON.txt",
            "NUL.tar.txt",
            "x.php.txt",
            "x.html.txt",
            ".txt",
            "..txt",
            "a\u202Etxt.exe.txt",
            "a\u202Egnp.txt",
            "a\u2066b\u2069.txt",
            "a\u200Bb\uFEFF.txt",
            "a\uFFFEb.txt",
            "a\uFFFFb.txt",
            "a\u0001b\u007F.txt",
            "a\tb.txt",
            "a\"b;c=d.txt",
            "a'b%0d%0aSet-Cookie: x.txt",
            "قائمة الحساب.txt",
            "😀.txt",
            new string('a', 4_000) + ".txt",
            string.Concat(Enumerable.Repeat("😀", 1_500)) + ".txt",
            string.Concat(Enumerable.Repeat("ق", 2_000)) + ".txt",
            "a<script>.txt",
            "a|b*c?.txt",
            "a\u0308\u0308.txt",
        ];

    [Theory, MemberData(nameof(Odd), DisableDiscoveryEnumeration = true)]
    public async Task An_odd_name_is_only_data_and_the_file_comes_back(string name)
    {
        using var response = await Send(name, Script, "text/plain");
        await response.ShouldBe(HttpStatusCode.Created);
        var file = await response.Json();
        file.Text("filename").ShouldMatch("^[A-Za-z0-9_-][A-Za-z0-9._-]{0,119}$");
        var original = file.Text("originalFilename");
        original.Length.ShouldBeLessThanOrEqualTo(255);
        original.ShouldNotContain("/");
        original.ShouldNotContain("\\");
        original.ShouldAllBe(c =>
            !char.IsControl(c) && !"\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\u200B\uFEFF\uFFFE\uFFFF\uFFFD".Contains(c)
        );
        Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(original)).ShouldBe(original, "Half a character is left of the name.");
        app.StoredFiles.ShouldAllBe(path => Path.GetFileName(path).All(char.IsAsciiLetterOrDigit));

        using var back = await app.Client(app.Karim).GetAsync(file.Text("url"));
        await back.ShouldBe(HttpStatusCode.OK);
        (await back.Content.ReadAsByteArrayAsync()).ShouldBe(Script);
        back.Content.Headers.ContentType!.MediaType.ShouldBe("text/plain");
        back.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        back.Content.Headers.ContentDisposition.FileNameStar.ShouldBe(original);
        var raw = back.Content.Headers.NonValidated["Content-Disposition"].ToString();
        raw.ShouldAllBe(c => c >= 0x20 && c < 0x7f);
        raw.ShouldContain("filename*=UTF-8''");
        back.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        back.Headers.GetValues("Content-Security-Policy").Single().ShouldBe("sandbox; default-src 'none'");
        back.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [Fact]
    public async Task A_page_that_calls_itself_a_picture_or_text_is_never_served_as_a_page()
    {
        foreach (
            var (name, content, type) in new[]
            {
                ("page.txt", Script, "text/plain"),
                ("page.csv", Script, "text/csv"),
                ("both.gif", [.. "GIF89a"u8, .. Script], "image/gif"),
                ("both.pdf", [.. "%PDF-1.4\n"u8, .. Script], "application/pdf"),
            }
        )
        {
            using var response = await Send(name, content);
            await response.ShouldBe(HttpStatusCode.Created);
            foreach (var asked in new[] { "", "?download=1", "?type=text/html" })
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, (await response.Json()).Text("url") + asked);
                request.Headers.Accept.ParseAdd("text/html");
                using var back = await app.Client(app.Sara).SendAsync(request);
                back.Content.Headers.ContentType!.MediaType.ShouldBe(type);
                back.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
                back.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
                back.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("sandbox");
            }
        }
    }

    [Theory]
    [InlineData(10 * 1024 * 1024, 201)]
    [InlineData(10 * 1024 * 1024 + 1, 413)]
    [InlineData(30 * 1024 * 1024, 413)]
    public async Task Without_a_length_the_limit_holds_all_the_same(int size, int status)
    {
        var ticket = (await app.Opened(app.Sara)).Text("id");
        var before = (Rows: await app.Rows("Attachments"), Files: app.StoredFiles.Count);
        var token = (await app.SignIn(app.Sara)).Token;
        using var wire = new TcpClient();
        await wire.ConnectAsync(app.Server.Host, app.Server.Port);
        var stream = wire.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes(
                $"POST /api/customers/me/tickets/{ticket}/attachments HTTP/1.1\r\nHost: {app.Server.Authority}\r\nAuthorization: Bearer {token}\r\nConnection: close\r\n"
                    + "Content-Type: multipart/form-data; boundary=b\r\nTransfer-Encoding: chunked\r\n\r\n"
            )
        );
        async Task Chunk(byte[] bytes)
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"{bytes.Length:x}\r\n"));
            await stream.WriteAsync(bytes);
            await stream.WriteAsync("\r\n"u8.ToArray());
        }
        try
        {
            await Chunk("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n"u8.ToArray());
            var block = new byte[64 * 1024];
            Array.Fill(block, (byte)'x');
            for (var left = size; left > 0; left -= block.Length)
                await Chunk(left >= block.Length ? block : block[..left]);
            await Chunk("\r\n--b--\r\n"u8.ToArray());
            await stream.WriteAsync("0\r\n\r\n"u8.ToArray());
        }
        catch (IOException)
        { /* turned away before the end */
        }
        string answer;
        try
        {
            answer = await new StreamReader(stream).ReadLineAsync() ?? "";
        }
        catch (IOException)
        {
            answer = "";
        }
        if (answer.Length > 0 || status == 201)
            answer.ShouldStartWith($"HTTP/1.1 {status}");
        for (var i = 0; i < 100 && status != 201 && app.StoredFiles.Count > before.Files; i++)
            await Task.Delay(20);
        (await app.Rows("Attachments") - before.Rows, app.StoredFiles.Count - before.Files).ShouldBe(status == 201 ? (1, 1) : (0, 0));
    }

    [Fact]
    public async Task The_quota_of_a_company_holds_is_its_own_and_cannot_be_run_over()
    {
        await using var own = await TestApp.Start(settings: [("CsDashboard:Files:QuotaMegabytes", "3")]);
        byte[] megabyte = [.. Enumerable.Repeat((byte)'x', 1_000_000)];
        var ticket = (await own.Opened(own.Sara)).Text("id");
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Send($"{i}.txt", megabyte, own: own, ticket: ticket)));
        foreach (var answer in answers.Where(a => a.StatusCode != HttpStatusCode.Created))
            await answer.ShouldBeProblem(413, field: "file");
        var taken = answers.Count(a => a.StatusCode == HttpStatusCode.Created);
        taken.ShouldBe(3);
        (await own.Rows("Attachments"), own.StoredFiles.Count).ShouldBe((taken, taken));
        // What another room keeps for the company has the same space.
        var picture = new MemoryStream(TestPictures.Noise(600, 600));
        var refused = await Should.ThrowAsync<Refusal>(() => own.Get<ArticlePictures>().Upload(own.Amina, "a.png", picture));
        (refused.Kind, refused.Fields[0].Field).ShouldBe((RefusalKind.TooLarge, "file"));
        own.StoredFiles.Count.ShouldBe(taken);
        using var other = await own.Client(own.Oskar)
            .PostAsync(
                $"api/customers/me/tickets/{(await own.Opened(own.Oskar)).Text("id")}/attachments",
                DeskApp.Form("a.png", DeskApp.Png, "image/png")
            );
        await other.ShouldBe(HttpStatusCode.Created);
    }
}
