using CsDashboard.Foundation;
using CsDashboard.Foundation.Files;
using CsDashboard.Foundation.Storage;
using CsDashboard.Images;
using CsDashboard.Knowledge;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Tests.Images;

/// <summary>The library of pictures: what is in it, how often, and what goes.</summary>
public sealed class PicturesTests
{
    private static async Task<PictureView> Upload(House house, Actor actor, byte[] file, string name = "a.png") =>
        await house.Get<Pictures>().Upload(actor, name, new MemoryStream(file));

    private static List<string> FilesOf(House house) =>
        Directory.Exists(Path.Combine(house.Database.Folder, "files"))
            ? [.. Directory.GetFiles(Path.Combine(house.Database.Folder, "files"), "*", SearchOption.AllDirectories)]
            : [];

    private static async Task<Refusal> Refused(Func<Task> act) => await Should.ThrowAsync<Refusal>(act);

    [Theory, EachDatabase]
    public async Task The_same_picture_is_one_however_often_and_goes_with_its_last_use(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (pictures, file) = (house.Get<Pictures>(), TestPictures.Jpeg());
        var all = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Upload(house, house.Amina, file, $"{i}.jpg")));
        var id = all.Select(p => p.Id).Distinct().ShouldHaveSingleItem();
        var seen = await pictures.Get(house.Karim, id);
        (seen.Uses.Count, seen.Width, seen.Height, seen.Kind).ShouldBe((100, 80, 60, PictureKind.Jpeg));
        seen.Sha256.ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(file)));
        seen.Md5!.Length.ShouldBe(32);
        FilesOf(house).Count.ShouldBe(5, "The original, and two sizes in two formats.");
        (await pictures.List(house.Amina, PictureFilter.All)).Items.ShouldHaveSingleItem();

        for (var left = 99; left > 0; left--)
            (await pictures.GiveBack(house.Amina, id)).ShouldBe(left);
        FilesOf(house).Count.ShouldBe(5);
        (await pictures.GiveBack(house.Amina, id)).ShouldBe(0);
        FilesOf(house).ShouldBeEmpty();
        (await Refused(() => pictures.Get(house.Amina, id))).Kind.ShouldBe(RefusalKind.NotFound);
    }

    [Theory, EachDatabase]
    public async Task Two_companies_with_the_same_picture_have_one_each(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (pictures, file) = (house.Get<Pictures>(), TestPictures.Png());
        var (ours, theirs) = (await Upload(house, house.Amina, file), await Upload(house, house.Omar, file));
        ours.Id.ShouldNotBe(theirs.Id);
        FilesOf(house).Count.ShouldBe(10);
        foreach (
            var act in new Func<Task>[]
            {
                () => pictures.Get(house.Omar, ours.Id),
                () => pictures.Original(house.Omar, ours.Id),
                () => pictures.GiveBack(house.Omar, ours.Id),
                () => pictures.Delete(house.Omar, ours.Id),
                () => pictures.Describe(house.Omar, ours.Id, new() { AltEn = "Mine" }),
                () => house.Get<Prints>().Open(house.Omar, ours.Id, Preset.Large, PrintFormat.Webp),
            }
        )
            (await Refused(act)).Kind.ShouldBe(RefusalKind.NotFound);
        foreach (
            var act in new Func<Actor, Task>[]
            {
                who => Upload(house, who, file),
                who => pictures.Get(who, ours.Id),
                who => pictures.Original(who, ours.Id),
                who => pictures.GiveBack(who, ours.Id),
                who => pictures.List(who, PictureFilter.All),
                who => pictures.Delete(who, ours.Id),
                who => pictures.Describe(who, ours.Id, new()),
            }
        )
            (await Refused(() => act(house.Sara))).Kind.ShouldBe(RefusalKind.Forbidden);
        (await Refused(() => pictures.Delete(house.Karim, ours.Id))).Kind.ShouldBe(RefusalKind.Forbidden);
        (await Refused(() => pictures.Describe(house.Karim, ours.Id, new()))).Kind.ShouldBe(RefusalKind.Forbidden);
    }

    [Theory, EachDatabase]
    public async Task A_picture_is_described_found_where_it_lacks_words_and_deleted_when_nothing_shows_it(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var pictures = house.Get<Pictures>();
        var id = await pictures.Bring(house.Amina, "chart.png", new MemoryStream(TestPictures.Png()), null);
        var used = (await Upload(house, house.Amina, TestPictures.Png(2))).Id;
        async Task<Guid[]> Listed(PictureFilter filter) => [.. (await pictures.List(house.Karim, filter)).Items.Select(p => p.Id)];
        (await Listed(PictureFilter.All)).ShouldBe([used, id]);
        (await Listed(PictureFilter.Unused)).ShouldBe([id]);
        (await Listed(PictureFilter.WithoutAlt)).ShouldBe([used, id]);
        await pictures.Describe(house.Amina, used, new() { AltEn = "  A chart ", AltAr = "رسم بياني" });
        (await Listed(PictureFilter.WithoutAlt)).ShouldBe([id]);
        (await pictures.Get(house.Amina, used)).AltEn.ShouldBe("A chart");
        (await Refused(() => pictures.Describe(house.Amina, used, new() { AltEn = new('a', 301) }))).Fields[0].Field.ShouldBe("altEn");
        (await Refused(() => pictures.Delete(house.Amina, used))).Kind.ShouldBe(RefusalKind.Conflict);
        await pictures.Delete(house.Amina, id);
        (await Listed(PictureFilter.All)).ShouldBe([used]);
        var page = await pictures.List(house.Karim, PictureFilter.All, size: 1);
        page.Next.ShouldBeNull();
    }

    [Theory, EachDatabase]
    public async Task Prints_are_made_when_asked_for_and_the_oldest_go_where_there_is_no_room(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (prints, id) = (house.Get<Prints>(), (await Upload(house, house.Amina, TestPictures.Jpeg(900, 700))).Id);
        async Task<byte[]> Bytes(Preset preset)
        {
            await using var content = await prints.Open(house.Product, id, preset, PrintFormat.Webp);
            using var bytes = new MemoryStream();
            await content.CopyToAsync(bytes);
            return bytes.ToArray();
        }
        var large = await Bytes(Preset.Large);
        FilesOf(house).Count.ShouldBe(6);
        (await Bytes(Preset.Large)).ShouldBe(large, "The second time it lies there.");
        await prints.RemoveOldest(house.Product);
        FilesOf(house).Count.ShouldBe(6);
        await prints.RemoveOldest(house.Product, room: large.Length);
        FilesOf(house).Count.ShouldBeLessThan(6);
        await prints.RemoveOldest(house.Product, room: 0);
        FilesOf(house).ShouldHaveSingleItem().ShouldEndWith("original");
        (await Bytes(Preset.Large)).ShouldBe(large);
        (await Bytes(Preset.Thumbnail)).ShouldNotBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task If_the_store_breaks_in_the_middle_nothing_remains(DatabaseKind kind)
    {
        var broken = new BrokenStore();
        await using var house = await House.On(kind, with => with.AddSingleton<IFileStore>(broken));
        await Should.ThrowAsync<IOException>(() => Upload(house, house.Amina, TestPictures.Jpeg()));
        broken.Keys.ShouldBeEmpty();
        (await house.Get<Pictures>().List(house.Amina, PictureFilter.All)).Items.ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task A_picture_of_articles_from_before_comes_into_the_library_under_its_address(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (files, before) = (house.Get<IFileStore>(), new List<ArticlePicture>());
        foreach (var (name, bytes) in new[] { ("seen.jpg", TestPictures.Talkative()), ("bad.png", "\u0089PNG not"u8.ToArray()) })
        {
            var old = new ArticlePicture
            {
                UploadedBy = house.Karim.UserId!.Value,
                Name = name,
                ContentType = "image/jpeg",
                Size = bytes.Length,
                Key = "old" + name[..3],
                IsUsed = true,
                CreatedAt = house.Clock.GetUtcNow(),
            };
            await files.Put(house.Amina.TenantId, old.Key, new MemoryStream(bytes));
            await house.Store.Write(house.Product, db => Task.FromResult(db.ArticlePictures.Add(old)));
            before.Add(old);
        }
        await house
            .Get<Articles>()
            .Save(
                house.Amina,
                null,
                new ArticleInput
                {
                    Slug = "old",
                    Category = "orders",
                    Title = "Old",
                    Body = $"![](/help/pictures/{ArticlePicture.NameOf(before[0].Id)})",
                    Publish = true,
                }
            );
        await house.Get<ArticlePictures>().TakeInAll(house.Product);
        var (isPublic, content) = await house.Get<ArticlePictures>().Open(house.Product, before[0].Id, PrintFormat.Jpeg);
        await using (content)
        {
            isPublic.ShouldBeTrue();
            using var bytes = new MemoryStream();
            await content.CopyToAsync(bytes);
            bytes.ToArray().AsSpan().IndexOf(TestPictures.Secret).ShouldBe(-1);
        }
        (await house.Get<Pictures>().Get(house.Amina, before[0].Id)).Uses.ShouldHaveSingleItem().For.ShouldBe(PictureFor.Article);
        (await files.Get(house.Amina.TenantId, before[0].Key)).ShouldBeNull();
        (await Refused(() => house.Get<ArticlePictures>().Open(house.Karim, before[1].Id, PrintFormat.Jpeg))).Kind.ShouldBe(
            RefusalKind.NotFound
        );
    }

    private sealed class BrokenStore : IFileStore
    {
        public List<string> Keys { get; } = [];

        public Task Put(Guid tenantId, string key, Stream content, CancellationToken cancellation = default)
        {
            if (Keys.Count == 2)
                throw new IOException("The store is gone.");
            Keys.Add(key);
            return Task.CompletedTask;
        }

        public Task<Stream?> Get(Guid tenantId, string key, CancellationToken cancellation = default) => Task.FromResult<Stream?>(null);

        public Task Delete(Guid tenantId, string key, CancellationToken cancellation = default)
        {
            Keys.Remove(key);
            return Task.CompletedTask;
        }

        public Task RemoveRemains(DateTimeOffset before, CancellationToken cancellation = default) => Task.CompletedTask;
    }
}
