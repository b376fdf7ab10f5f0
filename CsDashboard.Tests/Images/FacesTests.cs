using CsDashboard.Customers.Privacy;
using CsDashboard.Desk.Conversation;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Storage;
using CsDashboard.Images;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Tests.Images;

/// <summary>Pictures of people, logos of companies, and pictures in tickets: who is shown what, and what of it stays.</summary>
public sealed class FacesTests
{
    private static async Task<int> Count(House house)
    {
        await using var db = house.Store.Open(house.Product);
        return await db.Pictures.CountAsync();
    }

    private static async Task<byte[]> Read(Stream content)
    {
        await using (content)
        {
            using var bytes = new MemoryStream();
            await content.CopyToAsync(bytes);
            return bytes.ToArray();
        }
    }

    [Theory, EachDatabase]
    public async Task A_person_shows_one_picture_which_is_handed_out_and_goes_with_them(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var faces = house.Get<Faces>();
        await faces.Show(house.Sara, new MemoryStream(TestPictures.Talkative()));
        await faces.Show(house.Karim, new MemoryStream(TestPictures.Png(5)));
        await faces.Show(house.Sara, new MemoryStream(TestPictures.Png(6)));
        (await Count(house)).ShouldBe(2, "The one before has gone.");
        var (sara, karim) = (house.Sara.UserId!.Value, house.Karim.UserId!.Value);
        var seen = await faces.Of(house.David, [sara, karim, house.David.UserId!.Value]);
        seen.Keys.ShouldBe([sara, karim], ignoreOrder: true);
        seen[sara].ShouldContain("thumbnail");
        (await faces.Of(house.Omar, [sara, karim])).ShouldBeEmpty();
        (await house.Get<Pictures>().List(house.Amina, PictureFilter.All)).Items.ShouldBeEmpty("Faces are not the library's.");
        var refused = await Should.ThrowAsync<Refusal>(() => faces.Show(house.Sara, new MemoryStream("no"u8.ToArray())));
        refused.Kind.ShouldBe(RefusalKind.Invalid);
        (await faces.Of(house.Sara, [sara])).Count.ShouldBe(1, "What was refused changes nothing.");

        using (var archive = new MemoryStream())
        {
            await (await house.Get<CustomerArchives>().Mine(house.Sara)).Write(archive, default);
            await using var zip = new System.IO.Compression.ZipArchive(archive);
            zip.Entries.ShouldContain(e => e.FullName.EndsWith("portrait.png", StringComparison.Ordinal) && e.Length > 50);
        }

        await faces.Hide(house.Karim);
        (await faces.Of(house.Sara, [karim])).ShouldBeEmpty();
        var number = (await house.Get<CsDashboard.Customers.CustomerRecords>().Me(house.Sara)).Number;
        var erasures = house.Get<Erasures>();
        var begun = await erasures.Begin(
            house.Amina,
            house.Sara.CustomerId!.Value,
            new ErasureInput { Confirm = number.ToString(System.Globalization.CultureInfo.InvariantCulture) }
        );
        await erasures.Run(house.Amina, begun.Id);
        (await Count(house)).ShouldBe(0);
    }

    [Theory, EachDatabase]
    public async Task A_company_shows_its_logo_and_admins_change_it(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var logos = house.Get<Logos>();
        (await logos.Of(house.Sara)).ShouldBeNull();
        await logos.Show(house.Amina, "logo.png", new MemoryStream(TestPictures.Png(7)));
        var shown = (await logos.Of(house.Sara)).ShouldNotBeNull();
        shown.ShouldContain("badge");
        (await house.Again().Get<Logos>().Of(house.Sara)).ShouldBe(shown);
        (await logos.Of(house.Omar)).ShouldBeNull();
        await logos.Show(house.Amina, "logo.png", new MemoryStream(TestPictures.Png(8)));
        (await Count(house)).ShouldBe(1);
        foreach (var who in new[] { house.Karim, house.Sara })
        {
            (await Should.ThrowAsync<Refusal>(() => logos.Show(who, "a", Stream.Null))).Kind.ShouldBe(RefusalKind.Forbidden);
            (await Should.ThrowAsync<Refusal>(() => logos.Hide(who))).Kind.ShouldBe(RefusalKind.Forbidden);
        }
        await logos.Hide(house.Amina);
        (await logos.Of(house.Sara)).ShouldBeNull();
        (await Count(house)).ShouldBe(0);
    }

    [Theory, EachDatabase]
    public async Task A_photo_in_a_ticket_tells_nobody_else_where_it_was_taken(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (attachments, tickets, photo) = (house.Get<Attachments>(), house.Get<Tickets>(), TestPictures.Talkative());
        var ticket = await tickets.Open(house.Sara, new NewTicket { Title = "A photo", Description = "See" });
        var hers = await attachments.Upload(house.Sara, "mine.jpg", new MemoryStream(photo), ticket.Id);
        var ours = await attachments.Upload(house.Karim, "ours.jpg", new MemoryStream(photo));
        await tickets.Reply(house.Karim, ticket.Id, new NewMessage { Body = "Look", AttachmentIds = [ours.Id.ToString()] });
        foreach (var who in new[] { house.Sara, house.Karim })
        foreach (var file in new[] { hers, ours })
        foreach (var format in Enum.GetValues<PrintFormat>())
        {
            var print = await Read((await attachments.Preview(who, file.Id, Preset.Page, format)).Content);
            print.AsSpan().IndexOf(TestPictures.Secret).ShouldBe(-1);
            PictureParts.Of(print).ShouldAllBe(part => PictureParts.IsPixels(part));
        }
        (await Read((await attachments.Download(house.Sara, hers.Id)).Content)).ShouldBe(photo);
        (await Read((await attachments.Download(house.Karim, hers.Id)).Content)).ShouldBe(photo);
        (await Read((await attachments.Download(house.Karim, ours.Id)).Content)).ShouldBe(photo);
        var given = await Read((await attachments.Download(house.Sara, ours.Id)).Content);
        given.AsSpan().IndexOf(TestPictures.Secret).ShouldBe(-1);
        PictureParts.Of(given).ShouldAllBe(part => PictureParts.IsPixels(part));
        foreach (var who in new[] { house.David, house.Omar })
            (await Should.ThrowAsync<Refusal>(() => attachments.Preview(who, hers.Id, Preset.Page, PrintFormat.Webp))).Kind.ShouldBe(
                RefusalKind.NotFound
            );
        var text = await attachments.Upload(house.Sara, "a.txt", new MemoryStream("text"u8.ToArray()), ticket.Id);
        (await Should.ThrowAsync<Refusal>(() => attachments.Preview(house.Sara, text.Id, Preset.Page, PrintFormat.Webp))).Kind.ShouldBe(
            RefusalKind.NotFound
        );
    }
}
