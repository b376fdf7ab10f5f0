using System.Net;
using CsDashboard.Foundation;
using CsDashboard.Images;
using CsDashboard.Knowledge;
using CsDashboard.Tests.Desk;
using CsDashboard.Tests.Images;

namespace CsDashboard.Tests.Knowledge;

/// <summary>Pictures of articles, and articles for messages, as browsers ask for them.</summary>
public sealed class ArticleEndpointsTests(TestApp app) : IClassFixture<TestApp>
{
    private async Task<string> Uploaded(Actor who, byte[]? png = null)
    {
        using var response = await (await app.Browser(who)).PostAsync(
            "app/pictures",
            DeskApp.Form("Screen [1].png", png ?? DeskApp.Png, "image/png")
        );
        await response.ShouldBe(HttpStatusCode.Created);
        return (await response.Json()).Text("url").TrimStart('/');
    }

    private async Task<Guid> Article(string slug, string body, bool isInternal = false, bool publish = true) =>
        await app.Get<Articles>()
            .Save(
                app.Amina,
                null,
                new ArticleInput
                {
                    Slug = slug,
                    Category = "orders",
                    Title = "Picture of " + slug,
                    Body = body,
                    Internal = isInternal,
                    Publish = publish,
                }
            );

    [Fact]
    public async Task A_picture_is_seen_by_those_who_may_read_an_article_that_shows_it()
    {
        var url = await Uploaded(app.Karim);
        async Task<HttpStatusCode> Seen(HttpClient client)
        {
            using var response = await client.GetAsync(url);
            return response.StatusCode;
        }
        async Task<(HttpStatusCode Anyone, HttpStatusCode Customer, HttpStatusCode Staff, HttpStatusCode Elsewhere)> SeenBy() =>
            (
                await Seen(app.Anonymous),
                await Seen(await app.Browser(app.David)),
                await Seen(await app.Browser(app.Lena)),
                await Seen(await app.Browser(app.Olga))
            );
        var (yes, no) = (HttpStatusCode.OK, HttpStatusCode.NotFound);
        (await SeenBy()).ShouldBe((no, no, yes, no), "Nobody has saved an article with it.");
        await Article("secret", $"![]({"/" + url})", isInternal: true);
        (await SeenBy()).ShouldBe((no, no, yes, no), "Internal.");
        var id = await Article("draft", $"See ![x](/{url}) there", publish: false);
        (await SeenBy()).ShouldBe((no, no, yes, no), "A draft.");
        var input = await app.Get<Articles>().Whole(app.Amina, id);
        input.Publish = true;
        await app.Get<Articles>().Save(app.Amina, id, input);
        (await SeenBy()).ShouldBe((yes, yes, yes, no), "Published.");
        using (var response = await app.Anonymous.GetAsync(url))
        {
            response.Content.Headers.ContentType!.MediaType.ShouldBe("image/jpeg");
            response.Headers.Vary.ShouldContain("Accept");
            response.Headers.CacheControl!.Public.ShouldBeTrue();
            response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
            PictureParts.Of(await response.Content.ReadAsByteArrayAsync()).ShouldAllBe(part => PictureParts.IsPixels(part));
        }
        await app.Get<Articles>().Archive(app.Amina, id);
        (await SeenBy()).ShouldBe((no, no, yes, no), "Archived.");
        var both = await Article("both", $"![](/{url})");
        (await SeenBy()).ShouldBe((yes, yes, yes, no));
        input = await app.Get<Articles>().Whole(app.Amina, both);
        input.Body = "Without it.";
        await app.Get<Articles>().Save(app.Amina, both, input);
        (await SeenBy()).ShouldBe((no, no, yes, no), "Taken out of the text.");
        using var unknown = await app.Anonymous.GetAsync("help/pictures/" + Guid.NewGuid().ToString("N"));
        unknown.StatusCode.ShouldBe(no);
    }

    [Theory]
    [InlineData("a.pdf", "%PDF-1.7 and so on")]
    [InlineData("a.svg", "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>")]
    [InlineData("a.html", "<script>alert(1)</script>")]
    [InlineData("a.png", "<script>alert(1)</script>")]
    [InlineData("a.txt", "text")]
    [InlineData("a.png", "")]
    public async Task What_is_no_picture_is_refused_and_nothing_remains(string name, string content)
    {
        var before = (await app.Rows("Images"), app.StoredFiles.Count);
        using var response = await (await app.Browser(app.Karim)).PostAsync(
            "app/pictures",
            DeskApp.Form(name, System.Text.Encoding.UTF8.GetBytes(content), "image/png")
        );
        await response.ShouldBeProblem(400);
        (await app.Rows("Images"), app.StoredFiles.Count).ShouldBe(before);
    }

    [Fact]
    public async Task A_picture_has_its_most_and_only_staff_bring_one()
    {
        var large = DeskApp.Png.Concat(new byte[PictureLimits.MaxBytes]).ToArray();
        using (var response = await (await app.Browser(app.Karim)).PostAsync("app/pictures", DeskApp.Form("a.png", large, "image/png")))
            await response.ShouldBeProblem(413);
        using (
            var response = await (await app.Browser(app.Sara)).PostAsync("app/pictures", DeskApp.Form("a.png", DeskApp.Png, "image/png"))
        )
            await response.ShouldBeProblem(403);
        using (var response = await app.Anonymous.PostAsync("app/pictures", DeskApp.Form("a.png", DeskApp.Png, "image/png")))
            await response.ShouldBeProblem(401);
        using (
            var response = await (await app.Browser(app.Karim, ownPages: false)).PostAsync(
                "app/pictures",
                DeskApp.Form("a.png", DeskApp.Png, "image/png")
            )
        )
            ((int)response.StatusCode).ShouldBeInRange(400, 403);
    }

    [Fact]
    public async Task A_picture_that_no_article_shows_goes_after_a_month_and_one_that_did_stays()
    {
        var (left, used) = (await Uploaded(app.Karim, TestPictures.Png(8)), await Uploaded(app.Karim, TestPictures.Png(9)));
        var id = await Article("used-once", $"![](/{used})", publish: false);
        var input = await app.Get<Articles>().Whole(app.Amina, id);
        input.Body = "No longer.";
        await app.Get<Articles>().Save(app.Amina, id, input);
        var later = new StandingClock(app.Amina.Now.AddDays(31));
        await app.Get<Pictures>().RemoveUnused(Actor.System(app.Amina.TenantId, later));
        var lena = await app.Browser(app.Lena);
        using (var response = await lena.GetAsync(left))
            response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using (var response = await lena.GetAsync(used))
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_answer_is_offered_what_everybody_may_read_and_a_note_the_internal_ones_too()
    {
        await Article("quokka-open", "For all.");
        var id = await Article("quokka-inside", "For us.", isInternal: true);
        await Article("quokka-draft", "Not yet.", publish: false);
        await app.Drain();
        var karim = await app.Browser(app.Karim);
        var home = app.Anonymous.BaseAddress!.ToString().TrimEnd('/');
        var open = (await karim.Get("app/articles?q=quokka")).Texts("url").ShouldHaveSingleItem();
        open.ShouldEndWith("/help/quokka-open");
        Uri.IsWellFormedUriString(open, UriKind.Absolute).ShouldBeTrue();
        (await karim.Get("app/articles?q=quokka&note=true"))
            .Texts("url")
            .Select(url => new Uri(url).AbsolutePath)
            .Order(StringComparer.Ordinal)
            .ShouldBe([$"/admin/knowledge/{id}", "/help/quokka-open"]);
        (await karim.Get("app/articles")).GetArrayLength().ShouldBeGreaterThan(0);
        (await (await app.Browser(app.Olga)).Get("app/articles?q=quokka&note=true")).GetArrayLength().ShouldBe(0);
        using var customer = await (await app.Browser(app.Sara)).GetAsync("app/articles?q=quokka");
        await customer.ShouldBeProblem(403);
    }
}
