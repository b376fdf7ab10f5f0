using CsDashboard.Accounts;
using CsDashboard.Audit;
using CsDashboard.Desk;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Events;
using CsDashboard.Notifications;

namespace CsDashboard.Tests.Audit;

/// <summary>The history is read, kept and verified (contract: enhanced, Audit; contract C21: one append-only table).</summary>
public sealed class AuditTests
{
    private static async Task<House> Lived(DatabaseKind kind)
    {
        var house = await House.On(kind);
        var tickets = house.Get<Tickets>();
        for (var i = 0; i < 3; i++)
        {
            house.Clock.AdvanceMinutes(1);
            var ticket = await tickets.Open(house.Sara, new NewTicket { Title = $"Payout {i}", Description = "It was due on Monday." });
            house.Clock.AdvanceMinutes(1);
            await tickets.Change(house.Karim, ticket.Id, new TicketChange { Priority = "high" });
        }
        await tickets.Open(house.Oskar, new NewTicket { Title = "Of another company", Description = "Nobody of Nour sees this." });
        await house.Get<Seal>().SealAll();
        return house;
    }

    private static Task Raw(House house, string sql) => house.Database.Ask(sql);

    private static async Task Unguarded(House house, string sql)
    {
        await house.Database.DropGuards();
        await Raw(house, sql);
    }

    private static async Task<string> EventId(House house, string kind) =>
        await house.Database.Ask($"SELECT min(\"Id\") FROM \"Events\" WHERE \"Kind\" = '{kind}'");

    [Theory, EachDatabase]
    public async Task Every_event_is_sealed_once_in_its_companys_own_chain(DatabaseKind kind)
    {
        await using var house = await Lived(kind);
        await Task.WhenAll(house.Get<Seal>().SealAll(), house.Get<Seal>().SealAll());
        (await house.Database.Ask("SELECT count(*) FROM \"Events\"")).ShouldBe(
            await house.Database.Ask("SELECT count(*) FROM \"AuditLinks\"")
        );
        foreach (var admin in new[] { house.Amina, house.Omar })
        {
            var events = (await house.Events(admin.TenantId)).Count;
            var verdict = await house.Get<AuditCheck>().Verify(admin);
            (verdict.IsWhole, verdict.Links).ShouldBe((true, events));
        }
    }

    [Theory, EachDatabase]
    public async Task What_was_recorded_while_nothing_ran_is_sealed_at_the_next_start(DatabaseKind kind)
    {
        await using var house = await Lived(kind);
        await house.Get<Tickets>().Open(house.Sara, new NewTicket { Title = "Late", Description = "Before the restart." });
        await house.Stop();
        await using var again = house.Again();
        await again.Get<Seal>().SealAll();
        var verdict = await again.Get<AuditCheck>().Verify(again.Amina);
        (verdict.IsWhole, verdict.Links).ShouldBe((true, (await again.Events(again.Nour)).Count - 1));
    }

    [
        Theory,
        EachDatabase("UPDATE \"Events\" SET \"Payload\" = '{}'"),
        EachDatabase("UPDATE \"Events\" SET \"ActorName\" = 'x', \"DeliveredAt\" = NULL"),
        EachDatabase("UPDATE \"Events\" SET \"Id\" = \"Id\" + 1000000"),
        EachDatabase("DELETE FROM \"Events\""),
        EachDatabase("UPDATE \"AuditLinks\" SET \"Position\" = \"Position\" + 9"),
        EachDatabase("DELETE FROM \"AuditLinks\"")
    ]
    public async Task The_database_itself_refuses_to_change_or_remove_what_was_recorded(DatabaseKind kind, string sql)
    {
        await using var house = await Lived(kind);
        (await Should.ThrowAsync<System.Data.Common.DbException>(() => Raw(house, sql))).Message.ShouldContain("never changed or removed");
        (await house.Get<AuditCheck>().Verify(house.Amina)).IsWhole.ShouldBeTrue();
    }

    [Theory, EachDatabase]
    public async Task The_pump_may_still_note_that_it_delivered(DatabaseKind kind)
    {
        await using var house = await Lived(kind);
        await house.Drain();
        (await house.Database.Ask("SELECT count(*) FROM \"Events\" WHERE \"DeliveredAt\" IS NULL")).ShouldBe("0");
        (await house.Get<AuditCheck>().Verify(house.Amina)).IsWhole.ShouldBeTrue("DeliveredAt is no part of what was recorded.");
    }

    [Fact]
    public async Task An_event_cannot_be_written_over_on_Sqlite()
    {
        await using var house = await Lived(DatabaseKind.Sqlite);
        var columns = await house.Database.Ask("SELECT group_concat('\"' || name || '\"') FROM pragma_table_info('Events')");
        var changed = columns.Replace("\"ActorName\"", "'Mallory'", StringComparison.Ordinal);
        await Should.ThrowAsync<System.Data.Common.DbException>(() =>
            Raw(house, $"INSERT OR REPLACE INTO \"Events\" ({columns}) SELECT {changed} FROM \"Events\" WHERE \"Id\" = 3")
        );
    }

    [Fact]
    public async Task A_table_cannot_be_emptied_on_Postgres()
    {
        if (PostgresServer.WhyNot is { } why)
            Assert.Skip(why);
        await using var house = await Lived(DatabaseKind.Postgres);
        foreach (var table in new[] { "Events", "AuditLinks" })
            await Should.ThrowAsync<System.Data.Common.DbException>(() => Raw(house, $"TRUNCATE \"{table}\" CASCADE"));
    }

    [
        Theory,
        EachDatabase("Payload", "'{\"title\":\"mended\"}'"),
        EachDatabase("ActorName", "'Mallory'"),
        EachDatabase("After", "NULL"),
        EachDatabase("Silent", "NOT \"Silent\""),
        EachDatabase("Address", "'10.0.0.1'"),
        EachDatabase("Action", "'UPDATE'")
    ]
    public async Task Verifying_names_an_event_that_was_changed(DatabaseKind kind, string column, string value)
    {
        await using var house = await Lived(kind);
        var id = await EventId(house, nameof(TicketOpened));
        await Unguarded(house, $"UPDATE \"Events\" SET \"{column}\" = {value} WHERE \"Id\" = {id}");
        var verdict = await house.Get<AuditCheck>().Verify(house.Amina);
        verdict
            .Findings.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(f => f.Fault.ShouldBe(AuditFault.EventChanged), f => f.EventId.ToString().ShouldBe(id));
        (await house.Get<AuditCheck>().Verify(house.Omar)).IsWhole.ShouldBeTrue("The other company's history was not touched.");
    }

    [Theory, EachDatabase]
    public async Task Verifying_names_an_event_that_was_taken_out(DatabaseKind kind)
    {
        await using var house = await Lived(kind);
        var id = await EventId(house, nameof(TicketChanged));
        await Unguarded(house, $"DELETE FROM \"Events\" WHERE \"Id\" = {id}");
        var finding = (await house.Get<AuditCheck>().Verify(house.Amina)).Findings.ShouldHaveSingleItem();
        (finding.Fault, finding.EventId.ToString()).ShouldBe((AuditFault.EventMissing, id));
    }

    [Theory, EachDatabase]
    public async Task Verifying_names_an_event_that_was_taken_out_with_its_link(DatabaseKind kind)
    {
        await using var house = await Lived(kind);
        var id = await EventId(house, nameof(TicketChanged));
        var position = await house.Database.Ask($"SELECT \"Position\" FROM \"AuditLinks\" WHERE \"EventId\" = {id}");
        await Unguarded(house, $"DELETE FROM \"Events\" WHERE \"Id\" = {id}; DELETE FROM \"AuditLinks\" WHERE \"EventId\" = {id}");
        var finding = (await house.Get<AuditCheck>().Verify(house.Amina)).Findings.ShouldHaveSingleItem();
        (finding.Fault, finding.Position.ToString(System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(
            (AuditFault.LinkMissing, position)
        );
    }

    [Fact]
    public async Task Verifying_names_an_event_that_was_put_in_afterwards()
    {
        await using var house = await Lived(DatabaseKind.Sqlite);
        var columns = (
            await house.Database.Ask("SELECT group_concat('\"' || name || '\"') FROM pragma_table_info('Events') WHERE name <> 'Id'")
        );
        await Unguarded(
            house,
            $"DELETE FROM \"Events\" WHERE \"Id\" = 2; DELETE FROM \"AuditLinks\" WHERE \"EventId\" = 2; INSERT INTO \"Events\" (\"Id\", {columns}) SELECT 2, {columns} FROM \"Events\" WHERE \"Id\" = 3"
        );
        await house.Get<Seal>().SealAll();
        var of = await house.Database.Ask("SELECT \"TenantId\" FROM \"Events\" WHERE \"Id\" = 2");
        var verdict = await house
            .Get<AuditCheck>()
            .Verify(of.Equals(house.Nour.ToString(), StringComparison.OrdinalIgnoreCase) ? house.Amina : house.Omar);
        verdict.Findings.ShouldContain(new AuditFinding(AuditFault.EventInserted, 0, 2));
    }

    [Theory, EachDatabase("\"Hash\""), EachDatabase("\"Previous\"")]
    public async Task Verifying_names_a_link_that_was_changed(DatabaseKind kind, string column)
    {
        await using var house = await Lived(kind);
        var other = kind == DatabaseKind.Sqlite ? $"zeroblob(32)" : "'\\x0000000000000000000000000000000000000000000000000000000000000000'";
        var id = await EventId(house, nameof(TicketChanged));
        var position = long.Parse(
            await house.Database.Ask($"SELECT \"Position\" FROM \"AuditLinks\" WHERE \"EventId\" = {id}"),
            System.Globalization.CultureInfo.InvariantCulture
        );
        await Unguarded(house, $"UPDATE \"AuditLinks\" SET {column} = {other} WHERE \"EventId\" = {id}");
        (await house.Get<AuditCheck>().Verify(house.Amina)).Findings.ShouldContain(f =>
            f.Position == position || f.Position == position + 1
        );
    }

    [Theory, EachDatabase]
    public async Task Verifying_notices_a_chain_that_was_cut_off_at_its_end(DatabaseKind kind)
    {
        await using var house = await Lived(kind);
        await Unguarded(house, "DELETE FROM \"Events\" WHERE \"Id\" > 12; DELETE FROM \"AuditLinks\" WHERE \"EventId\" > 12");
        // Another process, which does not remember what it sealed: the head shows it.
        await house.Stop();
        await using var again = house.Again();
        (await again.Get<AuditCheck>().Verify(again.Amina)).Findings.ShouldHaveSingleItem().Fault.ShouldBe(AuditFault.EndMissing);
    }

    [Theory, EachDatabase]
    public async Task Verifying_notices_a_cut_end_even_when_the_head_was_set_back_while_the_product_ran(DatabaseKind kind)
    {
        await using var house = await Lived(kind);
        await Unguarded(house, "DELETE FROM \"Events\" WHERE \"Id\" > 12; DELETE FROM \"AuditLinks\" WHERE \"EventId\" > 12");
        await HeadsSetBack(house);
        (await house.Get<AuditCheck>().Verify(house.Amina)).Findings.ShouldHaveSingleItem().Fault.ShouldBe(AuditFault.EndMissing);
    }

    [Theory, EachDatabase]
    public async Task Verifying_notices_a_cut_end_after_a_restart_though_the_head_was_set_back(DatabaseKind kind)
    {
        await using var house = await Lived(kind);
        await Unguarded(house, "DELETE FROM \"Events\" WHERE \"Id\" > 12; DELETE FROM \"AuditLinks\" WHERE \"EventId\" > 12");
        await HeadsSetBack(house);
        if (kind == DatabaseKind.Sqlite)
            await house.Database.Ask("UPDATE sqlite_sequence SET seq = 12 WHERE name = 'Events'");
        await house.Stop();
        await using var again = house.Again();
        (await again.Get<AuditCheck>().Verify(again.Amina)).Findings.ShouldHaveSingleItem().Fault.ShouldBe(AuditFault.EndMissing);
        // Going on from there does not hide it.
        await again.Get<Seal>().SealAll();
        (await again.Get<AuditCheck>().Verify(again.Amina)).IsWhole.ShouldBeFalse();
    }

    [Fact]
    public async Task The_number_of_the_last_event_tells_of_those_after_the_last_that_is_there()
    {
        await using var house = await Lived(DatabaseKind.Sqlite);
        Directory.Delete(Path.Combine(house.Database.Folder, "history"), recursive: true);
        await Unguarded(house, "DELETE FROM \"Events\" WHERE \"Id\" > 12; DELETE FROM \"AuditLinks\" WHERE \"EventId\" > 12");
        await HeadsSetBack(house);
        await house.Stop();
        await using var again = house.Again();
        (await again.Get<AuditCheck>().Verify(again.Amina))
            .Findings.Select(f => f.Fault)
            .ShouldBe([AuditFault.HeadContradicted, AuditFault.EndMissing]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("3 0000000000000000000000000000000000000000000000000000000000000000 00")]
    [InlineData("99 x y z")]
    public async Task What_was_kept_outside_and_is_not_ours_is_told(string forged)
    {
        await using var house = await Lived(DatabaseKind.Sqlite);
        (await house.Get<AuditCheck>().Verify(house.Amina)).IsWhole.ShouldBeTrue();
        await File.WriteAllTextAsync(Path.Combine(house.Database.Folder, "history", house.Nour.ToString("N")), forged);
        (await house.Get<AuditCheck>().Verify(house.Amina)).Findings.ShouldHaveSingleItem().Fault.ShouldBe(AuditFault.HeadContradicted);
    }

    [Theory, EachDatabase]
    public async Task A_chain_that_was_built_anew_contradicts_the_note_of_an_earlier_check(DatabaseKind kind)
    {
        await using var house = await Lived(kind);
        await house.Get<AuditCheck>().Verify(house.Product);
        await house.Get<Seal>().SealAll();
        var id = await EventId(house, nameof(TicketOpened));
        await Unguarded(
            house,
            $"UPDATE \"Events\" SET \"ActorName\" = 'Mallory' WHERE \"Id\" = {id}; DELETE FROM \"AuditLinks\"; DELETE FROM \"ChainHeads\""
        );
        await house.Stop();
        await using var again = house.Again();
        await again.Get<Seal>().SealAll();
        (await again.Get<AuditCheck>().Verify(again.Amina))
            .Findings.Select(f => f.Fault)
            .ShouldBe([AuditFault.HeadContradicted, AuditFault.NoteContradicted], ignoreOrder: true);
    }

    [Theory, EachDatabase]
    public async Task A_fault_is_recorded_and_told_to_every_admin_and_nobody_else(DatabaseKind kind)
    {
        await using var house = await Lived(kind);
        await house.Drain();
        await Unguarded(
            house,
            $"UPDATE \"Events\" SET \"ActorName\" = 'Mallory' WHERE \"Id\" = {await EventId(house, nameof(TicketOpened))}"
        );
        await house.Get<AuditCheck>().Verify(house.Product);
        await house.Drain();
        var note = (await house.Events(house.Nour)).Select(e => e.Happening()).OfType<AuditVerified>().ShouldHaveSingleItem();
        (note.Faults, note.Nightly).ShouldBe((1, true));
        (await house.Get<Inbox>().List(house.Amina)).Items.ShouldContain(n => n.Kind == "audit_broken");
        (await house.Get<Inbox>().List(house.Karim)).Items.ShouldNotContain(n => n.Kind == "audit_broken");
        (await house.Get<Inbox>().List(house.Omar)).Items.ShouldNotContain(n => n.Kind == "audit_broken");
    }

    [Fact]
    public async Task The_nightly_check_is_made_once_a_night_by_the_companys_clock()
    {
        await using var house = await Lived(DatabaseKind.Sqlite);
        async Task<int> Checks() => (await house.Events(house.Nour)).Count(e => e.Kind == nameof(AuditVerified));
        await house.Get<AuditCheck>().ByNight(house.Product);
        (await Checks()).ShouldBe(0, "The product has only just begun.");
        house.Clock.AdvanceMinutes(61);
        await house.Get<AuditCheck>().ByNight(house.Product);
        (await Checks()).ShouldBe(1, "It was never checked before.");
        for (var hour = 0; hour < 72; hour++)
        {
            house.Clock.AdvanceMinutes(60);
            await house.Get<AuditCheck>().ByNight(house.Product);
        }
        (await Checks()).ShouldBeInRange(3, 4);
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Riyadh");
        (await house.Events(house.Nour))
            .Where(e => e.Kind == nameof(AuditVerified))
            .Skip(1)
            .Select(e => TimeZoneInfo.ConvertTime(e.At, zone).Hour)
            .ShouldAllBe(hour => hour >= 1 && hour < 5);
    }

    [Theory, EachDatabase]
    public async Task The_list_is_newest_first_and_every_filter_narrows_it(DatabaseKind kind)
    {
        await using var house = await Lived(kind);
        var trail = house.Get<AuditTrail>();
        var all = (await trail.List(house.Amina, new AuditFilter { Size = 1000 })).Items;
        all.Select(r => r.At).ShouldBeInOrder(SortDirection.Descending);
        all.ShouldNotContain(r => r.Sentence.Contains("another company", StringComparison.Ordinal));
        all[0]
            .ShouldSatisfyAllConditions(
                r => r.Name.ShouldBe("Karim"),
                r => r.Action.ShouldBe("UPDATE"),
                r => r.Table.ShouldBe("tickets"),
                r => r.Address.ShouldBe("203.0.113.7"),
                r => r.Sentence.ShouldContain("was changed")
            );

        async Task Gives(AuditFilter filter, Func<AuditRow, bool> which)
        {
            var page = (await trail.List(house.Amina, filter with { Size = 1000 })).Items;
            page.Select(r => r.Id).ShouldBe(all.Where(which).Select(r => r.Id), filter.ToString());
            page.ShouldNotBeEmpty(filter.ToString());
        }
        await Gives(new() { Person = house.Karim.UserId }, r => r.UserId == house.Karim.UserId);
        await Gives(new() { Table = "tickets" }, r => r.SubjectKind == "ticket");
        await Gives(new() { Table = "ticket" }, r => r.SubjectKind == "ticket");
        await Gives(new() { Action = "create" }, r => r.Action == "CREATE");
        await Gives(new() { Row = all[0].SubjectId }, r => r.SubjectId == all[0].SubjectId);
        await Gives(new() { From = all[3].At }, r => r.At >= all[3].At);
        await Gives(new() { To = all[3].At }, r => r.At < all[3].At);
        var payout = all.Single(r => r.Sentence.Contains("Payout 1", StringComparison.Ordinal)).SubjectId;
        await Gives(new() { Text = "PAYOUT 1" }, r => r.SubjectId == payout);
        await Gives(
            new()
            {
                Text = "karim",
                Table = "tickets",
                Action = "UPDATE",
            },
            r => r.Name == "Karim" && r.SubjectKind == "ticket"
        );
        foreach (
            var nothing in new AuditFilter[]
            {
                new() { Table = "none" },
                new() { Action = "A\0B" },
                new() { Table = "\ud800" },
                new() { Text = "\0" },
                new() { Text = new string('x', 200) },
                new() { Person = house.Olga.UserId },
                new() { Text = "another company" },
            }
        )
            (await trail.List(house.Amina, nothing)).Items.ShouldBeEmpty(nothing.ToString());
    }

    [Theory, EachDatabase]
    public async Task Pages_follow_each_other_without_gap_or_repeat(DatabaseKind kind)
    {
        await using var house = await Lived(kind);
        var trail = house.Get<AuditTrail>();
        var all = (await trail.List(house.Amina, new AuditFilter { Size = 1000 })).Items.Select(r => r.Id).ToList();
        var (read, after) = (new List<long>(), (string?)null);
        do
        {
            var page = await trail.List(house.Amina, new AuditFilter { Size = 2, After = after });
            read.AddRange(page.Items.Select(r => r.Id));
            after = page.Next;
        } while (after is not null);
        read.ShouldBe(all);
        foreach (var bad in new[] { "x", "AAAA", "LTE", "OTk5OTk5OTk5OTk5OTk5OTk5OTk5Ljk" })
            (await Should.ThrowAsync<Refusal>(() => trail.List(house.Amina, new AuditFilter { After = bad }))).Kind.ShouldBe(
                RefusalKind.Invalid
            );
    }

    [Theory, EachDatabase]
    public async Task An_entry_shows_what_was_removed_and_added_and_where_it_is_sealed(DatabaseKind kind)
    {
        await using var house = await Lived(kind);
        var trail = house.Get<AuditTrail>();
        var row = (await trail.List(house.Amina, new AuditFilter { Action = "UPDATE", Table = "tickets" })).Items[0];
        var entry = await trail.Get(house.Amina, row.Id);
        entry.Lines.ShouldContain(new DiffLine(DiffKind.Removed, "priority: medium"));
        entry.Lines.ShouldContain(new DiffLine(DiffKind.Added, "priority: high"));
        entry.Lines.Where(l => l.Kind == DiffKind.Same).ShouldNotBeEmpty();
        entry.Position.ShouldNotBeNull().ShouldBeGreaterThan(0);
        entry.Hash!.Length.ShouldBe(64);
        (await Should.ThrowAsync<Refusal>(() => trail.Get(house.Omar, row.Id))).Kind.ShouldBe(RefusalKind.NotFound);
    }

    [Theory, EachDatabase]
    public async Task An_export_hands_out_all_that_is_filtered_and_is_itself_recorded_first(DatabaseKind kind)
    {
        await using var house = await Lived(kind);
        var rows = await house.Get<AuditTrail>().Export(house.Amina, new AuditFilter { Table = "tickets" }, "csv").ToListAsync();
        rows.Select(r => r.Row.SubjectKind).Distinct().ShouldBe(["ticket"]);
        rows.Count.ShouldBe((await house.Events(house.Nour)).Count(e => e.SubjectKind == "ticket"));
        var note = (await house.Events(house.Nour))[^1];
        (note.Kind, note.UserId, note.Action).ShouldBe((nameof(AuditExported), house.Amina.UserId, "AUDIT_EXPORTED"));
        ((AuditExported)note.Happening()!).Filter.ShouldBe("table=tickets");
    }

    [Fact]
    public async Task Only_admins_read_verify_and_export()
    {
        await using var house = await Lived(DatabaseKind.Sqlite);
        var (trail, check) = (house.Get<AuditTrail>(), house.Get<AuditCheck>());
        foreach (var person in new[] { house.Karim, house.Sara })
        {
            Func<Task>[] acts =
            [
                () => trail.List(person, new()),
                () => trail.Read(person, new()),
                () => trail.Get(person, 1),
                () => trail.Choices(person),
                () => trail.Export(person, new(), "csv").ToListAsync().AsTask(),
                () => check.Verify(person),
                () => check.Latest(person),
            ];
            foreach (var act in acts)
                (await Should.ThrowAsync<Refusal>(act)).Kind.ShouldBe(RefusalKind.Forbidden);
        }
        (await house.Events(house.Nour)).ShouldNotContain(e => e.Kind == nameof(AuditExported) || e.Kind == nameof(AuditVerified));
    }

    [Theory, EachDatabase]
    public async Task What_can_be_chosen_is_what_occurs(DatabaseKind kind)
    {
        await using var house = await Lived(kind);
        var choices = await house.Get<AuditTrail>().Choices(house.Amina);
        var events = await house.Events(house.Nour);
        choices.Tables.ShouldBe(events.Select(e => e.SubjectKind).Distinct(), ignoreOrder: true);
        choices.Actions.ShouldBe(events.Select(e => e.Action).Distinct(), ignoreOrder: true);
    }

    [Fact]
    public async Task Sign_ins_of_every_outcome_and_account_changes_are_events_with_their_action()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        var signIns = house.Get<SignIns>();
        await house.SignIn(house.Karim);
        var tokens = (await house.SignIn(house.Karim, tokens: true)).Tokens!;
        await house.Get<Sessions>().EndByRefreshToken(tokens.RefreshToken, house.Clock);
        await house.Get<Users>().ForgotPassword(NamedCast.EmailOf(house.Karim), house.At());
        await house.Get<Users>().Disable(house.Amina, house.Lena.UserId!.Value);
        await Should.ThrowAsync<Refusal>(() => house.SignIn(house.Lena));
        // With Lena's before, the fourth is the fifth from there.
        for (var i = 0; i < 5; i++)
            await Should.ThrowAsync<Refusal>(() => house.SignIn(house.Karim, password: "not that one"));

        var told = (await house.Events(house.Nour))
            .Where(e => e.SubjectId == house.Karim.UserId || e.SubjectId == house.Lena.UserId)
            .Select(e => (e.Kind, e.Action, e.Address))
            .ToList();
        (string, string)[] expected =
        [
            (nameof(SignedIn), "LOGIN"),
            (nameof(SignedOut), "LOGOUT"),
            (nameof(SignInFailed), "LOGIN_FAILED"),
            (nameof(SignInRefused), "LOGIN_FAILED"),
            (nameof(AccountLocked), "ACCOUNT_LOCKED"),
            (nameof(PasswordForgotten), "PASSWORD_FORGOTTEN"),
            (nameof(UserDisabled), "UPDATE"),
        ];
        foreach (var one in expected)
            told.Select(t => (t.Kind, t.Action)).ShouldContain(one);
        told.Count(t => t.Kind == nameof(SignInRefused)).ShouldBe(2, "One while switched off, one while locked.");
        told.Where(t => t.Kind is nameof(SignInFailed) or nameof(SignInRefused) or nameof(SignedOut))
            .ShouldAllBe(t => t.Address == "198.51.100.1");
    }

    private static async Task HeadsSetBack(House house)
    {
        var hex = house.Database.Kind == DatabaseKind.Sqlite ? "lower(hex(l.\"Hash\"))" : "encode(l.\"Hash\", 'hex')";
        await Raw(
            house,
            $"""
            UPDATE "ChainHeads" SET "Position" = (SELECT max("Position") FROM "AuditLinks" l WHERE l."TenantId" = "ChainHeads"."TenantId"),
            "Hash" = (SELECT {hex} FROM "AuditLinks" l WHERE l."TenantId" = "ChainHeads"."TenantId" ORDER BY l."Position" DESC LIMIT 1)
            """
        );
    }
}
