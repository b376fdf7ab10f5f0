using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using CsDashboard.Foundation;
using CsDashboard.Images;
using CsDashboard.Tests.Desk;
using NetVips;

namespace CsDashboard.Tests.Images;

/// <summary>The calls of the library of pictures (contract: market, Images), and the addresses under which everybody sees them.</summary>
public sealed class ImageEndpointsTests(TestApp app) : IClassFixture<TestApp>
{
    private async Task<System.Text.Json.JsonElement> Uploaded(byte[] file, string name = "a.png", Actor? who = null)
    {
        using var response = await app.Client(who ?? app.Karim).PostAsync("api/images/upload", DeskApp.Form(name, file, "image/png"));
        await response.ShouldBe(HttpStatusCode.Created);
        return await response.Json();
    }

    private async Task<HttpResponseMessage> Seen(string url, string? accept = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        if (accept is not null)
            request.Headers.Accept.ParseAdd(accept);
        return await app.Anonymous.SendAsync(request);
    }

    [Fact]
    public async Task A_picture_is_seen_by_anybody_who_was_given_its_address_in_the_format_that_he_reads()
    {
        var image = await Uploaded(TestPictures.Png(11, 2_000, 1_500), "chart.png");
        (
            image.Text("name"),
            image.Text("type"),
            image.GetProperty("width").GetInt32(),
            image.GetProperty("height").GetInt32(),
            image.GetProperty("uses").GetInt32()
        ).ShouldBe(("chart.png", "image/png", 2_000, 1_500, 1));
        (image.Text("md5").Length, image.Text("sha256").Length).ShouldBe((32, 64));
        var urls = image.GetProperty("urls");
        foreach (var (preset, size) in new[] { ("thumbnail", 150), ("small", 300), ("medium", 600), ("large", 1_200) })
        foreach (
            var (accept, type) in new[]
            {
                ("image/avif,image/webp,*/*", "image/webp"),
                ("image/png,*/*;q=0.5", "image/jpeg"),
                ("image/webp;q=0", "image/jpeg"),
            }
        )
        {
            using var response = await Seen(urls.Text(preset), accept);
            await response.ShouldBe(HttpStatusCode.OK);
            response.Content.Headers.ContentType!.MediaType.ShouldBe(type);
            response.Headers.Vary.ShouldContain("Accept");
            response.Headers.CacheControl!.ToString().ShouldBe("public, max-age=31536000, immutable");
            response.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
            response.Headers.GetValues("Content-Security-Policy").Single().ShouldBe("sandbox; default-src 'none'");
            var print = Image.NewFromBuffer(await response.Content.ReadAsByteArrayAsync());
            (print.Width, print.Height).ShouldBe((size, size));
        }
        using (var original = await app.Client(app.Karim).GetAsync(urls.Text("original").TrimStart('/')))
        {
            original.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
            original.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
            Image.NewFromBuffer(await original.Content.ReadAsByteArrayAsync()).Width.ShouldBe(2_000);
        }
    }

    [Fact]
    public async Task Any_other_address_is_not_found_whatever_is_wrong_with_it()
    {
        var (one, two) = (await Uploaded(TestPictures.Png(12)), await Uploaded(TestPictures.Png(13)));
        var theirs = await Uploaded(TestPictures.Png(12), who: app.Omar);
        string Url(System.Text.Json.JsonElement image, string preset = "small") => image.GetProperty("urls").Text(preset);
        string Signature(string url) => url[url.IndexOf('?', StringComparison.Ordinal)..];
        string Plain(string url) => url[..url.IndexOf('?', StringComparison.Ordinal)];
        var mine = Url(one);
        var company = app.Amina.TenantId.ToString("N");
        foreach (
            var url in new[]
            {
                Plain(mine),
                Plain(mine) + "?s=",
                Plain(mine) + "?s=x",
                mine[..^1] + (mine[^1] == 'A' ? 'B' : 'A'),
                mine + "A",
                Plain(mine) + Signature(Url(two)),
                Plain(mine) + Signature(Url(one, "large")),
                Plain(mine).Replace("small", "large", StringComparison.Ordinal) + Signature(mine),
                Plain(mine).Replace("small", "width=300000", StringComparison.Ordinal) + Signature(mine),
                Plain(mine).Replace("small", "original", StringComparison.Ordinal) + Signature(mine),
                Plain(mine).Replace("small", "SMALL", StringComparison.Ordinal) + Signature(mine),
                Plain(mine).Replace(".1", ".2", StringComparison.Ordinal) + Signature(mine),
                Plain(mine).Replace(company, app.Omar.TenantId.ToString("N"), StringComparison.Ordinal) + Signature(mine),
                Plain(Url(theirs)).Replace(app.Omar.TenantId.ToString("N"), company, StringComparison.Ordinal) + Signature(Url(theirs)),
                // Signed, of a picture that is not the company's: as if somebody had the key, and no more.
                app.Get<PictureAddresses>().Of(app.Omar.TenantId, Guid.Parse(one.Text("id")), Preset.Small),
                app.Get<PictureAddresses>().Of(app.Amina.TenantId, Guid.NewGuid(), Preset.Small),
            }
        )
        {
            using var response = await Seen(url);
            response.StatusCode.ShouldBe(HttpStatusCode.NotFound, url);
        }
        using var good = await Seen(mine);
        await good.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_is_given_back_last_is_gone_for_everybody()
    {
        var (image, again) = (await Uploaded(TestPictures.Png(14)), await Uploaded(TestPictures.Png(14), "again.png", app.Amina));
        again.Text("id").ShouldBe(image.Text("id"));
        again.GetProperty("uses").GetInt32().ShouldBe(2);
        var (path, url) = ("api/images/" + image.Text("id"), image.GetProperty("urls").Text("small"));
        foreach (var (deleted, left) in new[] { (false, 1), (true, 0) })
        {
            using var seen = await Seen(url);
            await seen.ShouldBe(HttpStatusCode.OK);
            using var response = await app.Client(app.Karim).DeleteAsync(path);
            await response.ShouldBe(HttpStatusCode.OK);
            var answer = await response.Json();
            (answer.GetProperty("deleted").GetBoolean(), answer.GetProperty("uses").GetInt32()).ShouldBe((deleted, left));
        }
        using var gone = await Seen(url);
        gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var unknown = await app.Client(app.Karim).GetAsync(path);
        await unknown.ShouldBeProblem(404);
    }

    public static TheoryData<string, byte[]> Refused =>
        new()
        {
            { "35-bytes.gif", TestPictures.GifOf(65_535, 65_535, 1) },
            { "30000.png", TestPictures.PngHead(30_000, 30_000) },
            { "frames.gif", TestPictures.GifOf(10, 10, 10_000) },
            { "page.jpg", "<html><script>alert(1)</script></html>"u8.ToArray() },
            { "cut.jpg", TestPictures.Jpeg()[..300] },
            { "empty.png", [] },
        };

    // The most memory that the process ever had.
    private static long Peak()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }

    [Theory, MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public async Task A_bomb_and_what_is_no_picture_are_refused_and_leave_nothing(string name, byte[] file)
    {
        var before = (await app.Rows("Images"), app.StoredFiles.Count);
        var karim = app.Client(app.Karim);
        using (await karim.GetAsync($"api/images/{Guid.NewGuid()}")) { }
        var (clock, peak) = (Stopwatch.StartNew(), Peak());
        using var response = await karim.PostAsync("api/images/upload", DeskApp.Form(name, file, "image/png"));
        await response.ShouldBeProblem(400, field: "file");
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(1));
        (Peak() - peak).ShouldBeLessThan(200L << 20);
        (await app.Rows("Images"), app.StoredFiles.Count).ShouldBe(before);
    }

    [Theory]
    [InlineData(0, HttpStatusCode.Created)]
    [InlineData(1, HttpStatusCode.RequestEntityTooLarge)]
    public async Task The_most_bytes_are_taken_and_not_one_more(int more, HttpStatusCode status)
    {
        var jpeg = TestPictures.Jpeg();
        byte[] file = [.. jpeg, .. new byte[PictureLimits.MaxBytes - jpeg.Length + more]];
        using var response = await app.Client(app.Karim).PostAsync("api/images/upload", DeskApp.Form("a.jpg", file, "image/jpeg"));
        await response.ShouldBe(status);
    }

    [Fact]
    public async Task Of_a_batch_the_good_are_kept_and_the_bad_are_named()
    {
        MultipartFormDataContent Batch(int count, params int[] bad)
        {
            var form = new MultipartFormDataContent();
            for (var i = 0; i < count; i++)
            {
                var file = new ByteArrayContent(bad.Contains(i) ? "not a picture"u8.ToArray() : TestPictures.Png(20 + i));
                file.Headers.ContentType = MediaTypeHeaderValue.Parse("image/png");
                form.Add(file, "files", $"{i}.png");
            }
            return form;
        }
        using (var response = await app.Client(app.Karim).PostAsync("api/images/batch", Batch(20, 3, 7, 19)))
        {
            await response.ShouldBe(HttpStatusCode.OK);
            var answer = await response.Json();
            answer.GetProperty("images").GetArrayLength().ShouldBe(17);
            answer.GetProperty("failed").Texts("name").ShouldBe(["3.png", "7.png", "19.png"]);
            answer.GetProperty("failed").Texts("message").ShouldAllBe(message => message.Length > 10);
        }
        using (var response = await app.Client(app.Karim).PostAsync("api/images/batch", Batch(21)))
            await response.ShouldBeProblem(400);
        using (var response = await app.Client(app.Karim).PostAsync("api/images/batch", Batch(0)))
            await response.ShouldBeProblem(400);
        foreach (var path in new[] { "upload", "batch" })
        {
            using (var response = await app.Client(app.Sara).PostAsync("api/images/" + path, Batch(1)))
                await response.ShouldBeProblem(403);
            using (var response = await app.Anonymous.PostAsync("api/images/" + path, Batch(1)))
                await response.ShouldBeProblem(401);
        }
    }
}
