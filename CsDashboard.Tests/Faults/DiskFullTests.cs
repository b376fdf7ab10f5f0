using System.Diagnostics;
using System.Net;
using CsDashboard.Desk;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Files;
using CsDashboard.Foundation.Storage;
using CsDashboard.Tests.Desk;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CsDashboard.Tests.Faults;

/// <summary>No room on the disk: a clear no, reads go on, and so do writes once there is room.</summary>
public sealed class DiskFullTests
{
    private static readonly string Long = string.Join(' ', Enumerable.Range(0, 4_000).Select(i => $"w{i:x}"));

    // The limit belongs to the connection on which writes are made; it is set by a write.
    private static Task Limit(Store store, Actor actor, int pages) =>
        store.Write(
            actor,
            async db =>
            {
                await using var command = db.Database.GetDbConnection().CreateCommand();
                command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
                command.CommandText = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"PRAGMA max_page_count={pages}");
                await command.ExecuteNonQueryAsync();
            }
        );

    private const int NoRoom = 1,
        Plenty = 1_000_000_000;

    [Fact]
    public async Task Over_the_api_a_write_is_503_in_both_languages_reads_go_on_and_later_writes_work()
    {
        var clock = new FakeClock();
        await using var app = await TestApp.Start(clock: clock);
        var (sara, karim) = (app.Client(app.Sara), app.Client(app.Karim));
        var ticket = (await app.Opened(app.Sara)).Text("id");
        await karim.Get("api/tickets/" + ticket);
        await app.Drain();
        await Limit(app.Store, app.Product, NoRoom);
        var before = await app.Rows("Tickets");

        foreach (var (language, words) in new[] { ("en", "disk is full"), ("ar", "ممتلئ") })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "api/customers/me/tickets")
            {
                Content = System.Net.Http.Json.JsonContent.Create(new { title = "Late", description = Long }),
            };
            request.Headers.AcceptLanguage.ParseAdd(language);
            using var refused = await sara.SendAsync(request);
            (await refused.ShouldBeProblem(503, "unavailable")).Text("message").ShouldContain(words);
        }
        (await app.Rows("Tickets")).ShouldBe(before);

        // Late enough for the session's last sign of life to be recorded again, which must not cost the reader the answer.
        clock.AdvanceMinutes(10);
        await Limit(app.Store, app.Product, Plenty);
        await app.Store.Write(
            app.Product,
            db => db.Database.ExecuteSqlRawAsync("CREATE TRIGGER NoRoom BEFORE UPDATE ON Sessions BEGIN SELECT RAISE(FAIL, 'no room'); END")
        );
        (await sara.Get("api/customers/me/tickets/" + ticket)).Text("id").ShouldBe(ticket);
        (await karim.Get("api/tickets")).GetArrayLength().ShouldBeGreaterThan(0);
        await app.Anonymous.Get("health");
        await app.Store.Write(app.Product, db => db.Database.ExecuteSqlRawAsync("DROP TRIGGER NoRoom"));

        using var fine = await sara.Post("api/customers/me/tickets", new { title = "Late", description = Long });
        await fine.ShouldBe(HttpStatusCode.Created);
        (await app.Database.Ask("PRAGMA integrity_check")).ShouldBe("ok");
    }

    [Theory]
    [InlineData("ar")]
    [InlineData("en")]
    public async Task What_a_write_refuses_is_said_in_the_language_of_the_caller(string language)
    {
        await using var app = await TestApp.Start();
        var ticket = (await app.Opened(app.Sara)).Text("id");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"api/customers/me/tickets/{ticket}/messages")
        {
            Content = System.Net.Http.Json.JsonContent.Create(new { body = "With a file", attachmentIds = new[] { Guid.NewGuid() } }),
        };
        request.Headers.AcceptLanguage.ParseAdd(language);
        using var refused = await app.Client(app.Sara).SendAsync(request);
        var message = (await refused.ShouldBeProblem(400, field: "attachmentIds")).Text("message");
        message.Any(c => c is >= '\u0600' and <= '\u06FF').ShouldBe(language == "ar", message);
    }

    [Fact]
    public async Task Everybody_in_the_batch_is_told_the_truth()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        for (var round = 0; round < 5; round++)
        {
            var room = int.Parse(await house.Database.Ask("PRAGMA page_count"), System.Globalization.CultureInfo.InvariantCulture) + 10;
            await Limit(house.Store, house.Product, room);
            var calls = Enumerable
                .Range(0, 40)
                .Select(i =>
                    house
                        .Get<Tickets>()
                        .Open(
                            i % 2 == 0 ? house.Sara : house.David,
                            new NewTicket
                            {
                                Title = $"Round {round} {i}",
                                Description = i % 4 == 3 ? Long : "Short",
                                Key = Guid.NewGuid().ToString("N"),
                            }
                        )
                )
                .ToList();
            var outcomes = new List<(string Title, bool Done)>();
            for (var i = 0; i < calls.Count; i++)
            {
                try
                {
                    await calls[i];
                    outcomes.Add(($"Round {round} {i}", true));
                }
                catch (Refusal refusal)
                {
                    refusal.Kind.ShouldBe(RefusalKind.Unavailable);
                    outcomes.Add(($"Round {round} {i}", false));
                }
            }
            outcomes.ShouldContain(o => !o.Done);
            await Limit(house.Store, house.Product, Plenty);
            await using var db = house.Store.Open(house.Product);
            var there = (await db.Tickets.Select(t => t.Subject).ToListAsync()).ToHashSet();
            foreach (var (title, done) in outcomes)
                there.Contains(title).ShouldBe(done, title);
        }
        (await house.Database.Ask("PRAGMA integrity_check")).ShouldBe("ok");
        await house.Drain();
        (await house.Database.Ask("SELECT count(*) FROM FailedDeliveries")).ShouldBe("0");
    }

    [Fact]
    public async Task What_could_not_be_delivered_for_want_of_room_is_delivered_when_there_is_some()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        for (var i = 0; i < 30; i++)
            await house.Get<Tickets>().Open(house.Sara, new NewTicket { Title = $"Ticket {i}", Description = Long });
        await Limit(house.Store, house.Product, NoRoom);
        (await Should.ThrowAsync<Refusal>(() => house.Drain())).Kind.ShouldBe(RefusalKind.Unavailable);
        await Limit(house.Store, house.Product, Plenty);
        await house.Drain();
        (await house.Database.Ask("SELECT count(*) FROM Events WHERE DeliveredAt IS NULL")).ShouldBe("0");
        (await house.Database.Ask("SELECT count(*) FROM FailedDeliveries")).ShouldBe("0");
        (await house.Database.Ask("SELECT count(*) FROM SearchDocs WHERE Kind = 'ticket' AND Title LIKE 'Ticket %'")).ShouldBe("30");
        (await house.Database.Ask("PRAGMA integrity_check")).ShouldBe("ok");
    }

    [Fact]
    public async Task On_a_disk_that_is_really_full_reads_go_on_and_writes_go_on_when_there_is_room()
    {
        await using var first = await House.On(DatabaseKind.Sqlite);
        await first.Stop();
        var (folder, aside) = (first.Database.Folder, Path.GetTempFileName());
        File.Copy(first.Database.File, aside, overwrite: true);
        Assert.SkipUnless(
            await Mount("-t", "tmpfs", "-o", "size=16m", "tmpfs", folder),
            "Only root may mount a file system of a size of its own."
        );
        try
        {
            File.Copy(aside, first.Database.File);
            await using (var house = first.Again())
            {
                await house.Store.Prepare();
                var kept = await house
                    .Get<Tickets>()
                    .Open(house.Sara, new NewTicket { Title = "Kept", Description = "Before the disk was full." });
                var ballast = Path.Combine(folder, "ballast");
                await using (var fill = new FileStream(ballast, FileMode.Create, FileAccess.Write, FileShare.Read, 0))
                {
                    try
                    {
                        while (true)
                            fill.Write(new byte[4096]);
                    }
                    catch (IOException) { }
                }
                for (var i = 0; i < 3; i++)
                    (
                        await Should.ThrowAsync<Refusal>(() =>
                            house.Get<Tickets>().Open(house.Sara, new NewTicket { Title = "Lost", Description = Long })
                        )
                    ).Kind.ShouldBe(RefusalKind.Unavailable);
                (await house.Get<TicketLists>().Get(house.Sara, kept.Id)).Subject.ShouldBe("Kept");
                File.Delete(ballast);
                await house.Get<Tickets>().Open(house.Sara, new NewTicket { Title = "Kept too", Description = Long });
                await house.Drain();
            }
            (await first.Database.Ask("PRAGMA integrity_check")).ShouldBe("ok");
            (
                await first.Database.Ask("SELECT group_concat(Subject, ', ') FROM (SELECT Subject FROM Tickets ORDER BY CreatedAt, rowid)")
            ).ShouldBe("Kept, Kept too");
        }
        finally
        {
            using var unmount = Process.Start("umount", ["-l", folder])!;
            await unmount.WaitForExitAsync();
            File.Delete(aside);
        }
    }

    [Fact]
    public async Task A_file_that_finds_no_room_is_503_and_leaves_nothing()
    {
        await using var app = await TestApp.Start();
        var ticket = (await app.Opened(app.Sara)).Text("id");
        var files = Directory.CreateDirectory(Path.Combine(app.Database.Folder, "files")).FullName;
        Assert.SkipUnless(
            await Mount("-t", "tmpfs", "-o", "size=256k", "tmpfs", files),
            "Only root may mount a file system of a size of its own."
        );
        try
        {
            using var refused = await app.Client(app.Sara)
                .PostAsync(
                    $"api/customers/me/tickets/{ticket}/attachments",
                    DeskApp.Form("long.txt", [.. Enumerable.Repeat((byte)'x', 1_000_000)], "text/plain")
                );
            await refused.ShouldBeProblem(503, "unavailable");
            (await app.Rows("Attachments"), app.StoredFiles.Count).ShouldBe((0, 0));
            using var small = await app.Client(app.Sara)
                .PostAsync($"api/customers/me/tickets/{ticket}/attachments", DeskApp.Form("short.txt", "fits"u8.ToArray(), "text/plain"));
            await small.ShouldBe(HttpStatusCode.Created);
        }
        finally
        {
            using var unmount = Process.Start("umount", ["-l", files])!;
            await unmount.WaitForExitAsync();
        }
    }

    private static async Task<bool> Mount(params string[] arguments)
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root")
            return false;
        using var mount = Process.Start(
            new ProcessStartInfo("mount", arguments) { RedirectStandardError = true, UseShellExecute = false }
        )!;
        await mount.WaitForExitAsync();
        return mount.ExitCode == 0;
    }
}
