using System.Text;
using CsDashboard.Customers;
using CsDashboard.Customers.Importing;
using CsDashboard.Desk;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Tests.Customers;

/// <summary>Importing customers from files: checked, matched, added and taken back; on each database.</summary>
public sealed class CustomerImportsTests
{
    private static Task<ImportView> Upload(House house, string csv, string name = "customers.csv", Actor? by = null) =>
        house.Get<CustomerImports>().Upload(by ?? house.Amina, name, new MemoryStream(Encoding.UTF8.GetBytes(csv)));

    private static async Task<ImportView> Run(House house, string csv, string name = "customers.csv")
    {
        var import = await Upload(house, csv, name);
        await house.Get<CustomerImports>().Begin(house.Amina, import.Id);
        return await Done(house, import.Id);
    }

    private static async Task<ImportView> Done(House house, Guid id)
    {
        await house.Get<CustomerImports>().Work(Actor.System(house.Amina.TenantId, house.Clock));
        await house.Drain();
        return await house.Get<CustomerImports>().Get(house.Amina, id);
    }

    private static async Task<Refusal> Refused(Func<Task> act, RefusalKind kind)
    {
        var refusal = await Should.ThrowAsync<Refusal>(act);
        refusal.Kind.ShouldBe(kind);
        return refusal;
    }

    private static string Many(int count, int from = 0) =>
        "Name,E-mail,Phone\n"
        + string.Concat(Enumerable.Range(from, count).Select(i => $"Person {i},person{i}@example.org,+96650000{i:0000}\n"));

    [Theory, EachDatabase]
    public async Task A_file_becomes_customers_who_are_found_and_a_repeat_adds_nothing(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        const string csv =
            "\uFEFFالاسم;البريد الإلكتروني;الجوال;الدولة;اللغة;العضوية;النوع;الوسوم;المنطقة الزمنية;المعرف الخارجي\r\n"
            + "\"سارة; المنصوري\";s.mansoori@example.net;'+971 50 000 0104;ae;العربية;Pro;vip;Gulf Fair|payout;Asia/Dubai;EXT-1\r\n"
            + "Zoë Brandt;ZOE@example.net;;;;;;;;\r\n";
        var done = await Run(house, csv, "../عملاء.csv");
        (done.State, done.FileName, done.Rows, done.Added, done.Skipped, done.Failed, done.HasHeadings).ShouldBe(
            (ImportState.Done, "عملاء.csv", 2, 2, 0, 0, true)
        );
        var lists = house.Get<CustomerLists>();
        var found = (await lists.Search(house.Karim, "المنصوري", 1, 10)).Items.ShouldHaveSingleItem();
        var sara = await lists.Get(house.Karim, found.Id);
        (
            sara.Name,
            sara.Email,
            sara.Facts.Phone,
            sara.Facts.Country,
            sara.Facts.Language,
            sara.MembershipTier,
            sara.Type,
            sara.Facts.TimeZone,
            sara.UserId
        ).ShouldBe(
            ("سارة; المنصوري", "s.mansoori@example.net", "+971500000104", "AE", "ar", "pro", CustomerType.VIP, "Asia/Dubai", "EXT-1")
        );
        sara.Tags.ShouldBe(["gulf-fair", "payout"]);
        (sara.Trail.CreatedBy, sara.Trail.Version, sara.UniqueId.Length).ShouldBe(("Amina", 0, 8));
        var zoe = (await lists.Search(house.Karim, "zoe@example.net", 1, 10)).Items.ShouldHaveSingleItem();
        (zoe.MembershipTier, zoe.Number).ShouldBe(("standard", sara.Number + 1));
        // The history of the import, and that of the customer begins with it.
        (await house.Events(house.Amina.TenantId))
            .Where(e => e.SubjectId == done.Id)
            .Select(e => (e.Kind, e.ActorName))
            .ShouldBe([("CustomerImportBegun", "Amina"), ("CustomersImported", "Amina"), ("CustomerImportEnded", "Amina")]);
        (await house.Get<Timelines>().Read(house.Karim, sara.Id)).Items.ShouldHaveSingleItem().Sentence.ShouldContain("عملاء.csv");

        // Another file with them, differently written, and a twin within the file.
        var again = await Run(
            house,
            "name,email,external id\nXenia,Zoe@Example.net,\nYara,new@example.net,EXT-1\nNew,new@example.net,\nTwin,NEW@example.net,\n"
        );
        (again.Added, again.Skipped, again.Failed).ShouldBe((1, 3, 0));
        (await lists.Search(house.Karim, "new@example.net", 1, 10)).Items.ShouldHaveSingleItem().Name.ShouldBe("New");
        // Beginning a finished import again changes nothing.
        await house.Get<CustomerImports>().Begin(house.Amina, again.Id);
        (await Done(house, again.Id)).ShouldBe(again);
    }

    [Fact]
    public async Task Rows_without_a_name_or_an_address_are_left_out_others_lose_the_cell_and_both_are_said_by_line_field_and_value()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        string[] lines =
        [
            "name,email,phone,country,tier,type,language,time zone,tags,other name",
            ",a@example.org,,,,,,,,",
            "Bad mail,nobody,,,,,,,,",
            "No mail,,,,,,,,,",
            $"{new string('x', 10_000)},b@example.org,,,,,,,,",
            "\u0301\u0301\u0301,c@example.org,,,,,,,,",
            "\u202E\u200B,d@example.org,,,,,,,,",
            "\"Line\nbreak\",bla..e.@example.org,,,,,,,,",
            "Phone,f@example.org,call me,,,,,,,",
            "Country,g@example.org,,Atlantis,,,,,,",
            "Tier,h@example.org,,,gold,,,,,",
            "Type,i@example.org,,,,\"Regular,VIP\",,,,",
            "Language,j@example.org,,,,,fr,,,",
            "Zone,k@example.org,,,,,,Mars/Base,,",
            "Tags,l@example.org,,,,,,,<b>,",
            "All wrong,no,letters,XXX,gold,gold,fr,x,<b>,\u202E",
            "=1+1,good@example.org,,Germany,Premium,vip,Arabic,Riyadh,\"new, C++\",",
        ];
        var import = await Upload(house, string.Join('\n', lines));
        var (imports, columns) = (house.Get<CustomerImports>(), (await house.Get<CustomerImports>().Head(house.Amina, import.Id)).Columns);
        var check = await imports.Check(house.Amina, import.Id, columns);
        (check.Good, check.Known, check.Faulty, check.Partial).ShouldBe((8, 0, 8, 8));
        check
            .Faults.Select(f => (f.Line, string.Join(' ', f.Faults.Select(x => x.Field))))
            .ShouldBe([
                (2, "name"),
                (3, "email"),
                (4, "email"),
                (5, "name"),
                (6, "name"),
                (7, "name"),
                (8, "email"),
                (10, "phone"),
                (11, "country"),
                (12, "tier"),
                (13, "type"),
                (14, "language"),
                (15, "timeZone"),
                (16, "tags"),
                (17, "email"),
                (18, "tags"),
            ]);
        check.Faults.Where(f => f.Customer is null).Select(f => f.Line).ShouldBe([2, 3, 4, 5, 6, 7, 8, 17]);
        check.Faults.SelectMany(f => f.Faults).ShouldAllBe(f => f.Message.Length > 5 && !f.Message.Contains('_'));
        check
            .Faults.SelectMany(f => f.Faults)
            .Select(f => f.Value)
            .ShouldBe([
                "",
                "nobody",
                "",
                new string('x', 100) + "…",
                "\u0301\u0301\u0301",
                "",
                "bla..e.@example.org",
                "call me",
                "Atlantis",
                "gold",
                "Regular,VIP",
                "fr",
                "Mars/Base",
                "<b>",
                "no",
                "C++",
            ]);
        var told = new List<int>();
        await foreach (var line in imports.Faults(house.Amina, import.Id))
            told.Add(line.Line);
        told.Count.ShouldBe(16);
        await imports.Begin(house.Amina, import.Id);
        var done = await Done(house, import.Id);
        (done.Added, done.Failed, done.Handled).ShouldBe((8, 8, 16));
    }

    [Fact]
    public async Task Columns_are_guessed_matched_and_held_to_be_complete()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        var imports = house.Get<CustomerImports>();
        // Without headings, by what the first row looks like.
        var bare = await Upload(house, "7;ann@example.org;Ann Lee;+44 20 7946 0000\n8;bob@example.org;Bob;\n");
        (bare.HasHeadings, bare.Rows, (await imports.Head(house.Amina, bare.Id)).Columns.Text).ShouldBe((false, 2, ",email,name,phone"));
        // Headings that say nothing: matched by the person.
        var odd = await Upload(house, "A,B,C\nAnn,ann@example.org,x\n");
        var head = await imports.Head(house.Amina, odd.Id);
        (head.Columns.Text, head.Headings.Count, head.First.Count).ShouldBe((",,", 3, 1));
        var none = await Refused(() => imports.Begin(house.Amina, odd.Id), RefusalKind.Invalid);
        none.Fields[0].Field.ShouldBe("columns");
        (
            await Refused(() => imports.Check(house.Amina, odd.Id, ImportColumns.Read("name,name,email")), RefusalKind.Invalid)
        ).Message.ShouldContain("Name");
        await Refused(() => Task.FromResult(ImportColumns.Read("name,salary")), RefusalKind.Invalid);
        await imports.Begin(house.Amina, odd.Id, ImportColumns.Read("name,email,company"));
        (await Done(house, odd.Id)).Added.ShouldBe(1);
        (await house.Get<CustomerLists>().Search(house.Karim, "ann@example.org", 1, 10))
            .Items.ShouldHaveSingleItem()
            .Facts.Company.ShouldBe("x");
    }

    [Theory, EachDatabase]
    public async Task Separator_and_headings_are_chosen_where_what_was_recognised_is_wrong_and_the_run_reads_by_them(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var imports = house.Get<CustomerImports>();
        var import = await Upload(
            house,
            "Exported,by,Amina\nFair,2026,Riyadh\nName;Email;Company\nAnn Lee;ann@example.org;Lee, Sons, Ltd\nBob Roe;bob@example.org;Roe, Roe, Co\n"
        );
        var head = await imports.Head(house.Amina, import.Id);
        (import.Rows, head.Shape, head.Recognised, head.Columns.Text).ShouldBe(
            (4, new ImportShape(null, null), new ImportShape(',', 1), ",,")
        );

        // The right sign is enough: what stands above the table is passed over again.
        var shaped = await imports.Reshape(house.Amina, import.Id, new ImportShape(';', null));
        head = await imports.Head(house.Amina, import.Id);
        (shaped.Rows, shaped.HasHeadings, head.Shape, head.Recognised, head.Columns.Text).ShouldBe(
            (2, true, new ImportShape(';', null), new ImportShape(',', 3), "name,email,company")
        );
        head.Lines.Select(l => (l.Line, l.Cells[0]))
            .ShouldBe([(1, "Exported,by,Amina"), (2, "Fair,2026,Riyadh"), (3, "Name"), (4, "Ann Lee"), (5, "Bob Roe")]);
        (await imports.Check(house.Amina, import.Id, head.Columns)).ShouldSatisfyAllConditions(
            c => c.Good.ShouldBe(2),
            c => c.Faulty.ShouldBe(0)
        );

        // Without headings the columns have numbers, and are guessed from the first row; a line that is said to be headings is, whatever
        // stands in it.
        (await imports.Reshape(house.Amina, import.Id, new ImportShape(';', 0))).ShouldSatisfyAllConditions(
            i => i.Rows.ShouldBe(3),
            i => i.HasHeadings.ShouldBeFalse()
        );
        (await imports.Head(house.Amina, import.Id)).ShouldSatisfyAllConditions(
            h => h.Headings[0].ShouldBe("Column 1"),
            h => h.First.Count.ShouldBe(3),
            h => h.Recognised.HeadingLine.ShouldBe(3)
        );
        (await imports.Reshape(house.Amina, import.Id, new ImportShape(';', 4))).ShouldSatisfyAllConditions(
            i => i.Rows.ShouldBe(1),
            i => i.HasHeadings.ShouldBeTrue()
        );
        (await imports.Head(house.Amina, import.Id)).ShouldSatisfyAllConditions(
            h => h.Headings[0].ShouldBe("Ann Lee"),
            h => h.First.ShouldHaveSingleItem().Cells[0].ShouldBe("Bob Roe")
        );

        // What the file can't be read by changes nothing.
        foreach (
            var (bad, field) in new[]
            {
                (new ImportShape('x', null), "separator"),
                (new ImportShape(null, -1), "headingLine"),
                (new ImportShape(null, 101), "headingLine"),
                (new ImportShape(';', 5), "file"),
                (new ImportShape(';', 60), "file"),
            }
        )
            (await Refused(() => imports.Reshape(house.Amina, import.Id, bad), RefusalKind.Invalid))
                .Fields.ShouldHaveSingleItem()
                .Field.ShouldBe(field);
        (await imports.Get(house.Amina, import.Id)).Shape.ShouldBe(new ImportShape(';', 4));
        await Refused(() => imports.Reshape(house.Karim, import.Id, new ImportShape(',', null)), RefusalKind.Forbidden);
        await Refused(() => imports.Reshape(house.Omar, import.Id, new ImportShape(',', null)), RefusalKind.NotFound);

        await imports.Reshape(house.Amina, import.Id, new ImportShape(';', 3));
        await imports.Begin(house.Amina, import.Id, (await imports.Head(house.Amina, import.Id)).Columns);
        (await Done(house, import.Id)).ShouldSatisfyAllConditions(d => d.Added.ShouldBe(2), d => d.Failed.ShouldBe(0));
        (await house.Get<CustomerLists>().Search(house.Karim, "bob@example.org", 1, 10))
            .Items.ShouldHaveSingleItem()
            .Facts.Company.ShouldBe("Roe, Roe, Co");
        (await Refused(() => imports.Reshape(house.Amina, import.Id, new ImportShape(',', null)), RefusalKind.Conflict)).Code.ShouldBe(
            "import_begun"
        );
    }

    [Fact]
    public async Task What_is_no_list_of_customers_leaves_nothing_behind()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        foreach (var bad in new[] { "", "\uFEFF", "\n\n", "name,email\n", "a\0b", "name\n\"x" })
            await Refused(() => Upload(house, bad), RefusalKind.Invalid);
        await Refused(() => house.Get<CustomerImports>().Upload(house.Amina, "big.csv", new Endless()), RefusalKind.TooLarge);
        (await house.Get<CustomerImports>().List(house.Amina)).ShouldBeEmpty();
        Directory.Exists(Path.Combine(house.Database.Folder, "files")).ShouldBeTrue();
        Directory.GetFiles(Path.Combine(house.Database.Folder, "files"), "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_an_admin_of_the_company_imports()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        var imports = house.Get<CustomerImports>();
        var import = await Upload(house, Many(1));
        foreach (var other in new[] { house.Karim, house.Sara, house.Product with { Role = Role.Service } })
        {
            await Refused(() => Upload(house, Many(1), by: other), RefusalKind.Forbidden);
            await Refused(() => imports.List(other), RefusalKind.Forbidden);
            await Refused(() => imports.Begin(other, import.Id), RefusalKind.Forbidden);
            await Refused(() => imports.Undo(other, import.Id), RefusalKind.Forbidden);
        }
        foreach (
            var act in new Func<Task>[]
            {
                () => imports.Get(house.Omar, import.Id),
                () => imports.Head(house.Omar, import.Id),
                () => imports.Begin(house.Omar, import.Id),
                () => imports.Stop(house.Omar, import.Id),
                () => imports.Undo(house.Omar, import.Id),
                () => imports.Discard(house.Omar, import.Id),
            }
        )
            await Refused(act, RefusalKind.NotFound);
        (await imports.List(house.Omar)).ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task An_import_is_taken_back_as_a_whole_but_for_those_to_whom_something_happened(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (imports, lists, customers) = (
            house.Get<CustomerImports>(),
            house.Get<CustomerLists>(),
            house.Get<CsDashboard.Customers.CustomerRecords>()
        );
        var done = await Run(house, Many(1_203));
        (done.State, done.Added, done.Handled).ShouldBe((ImportState.Done, 1_203, 1_203));
        (await lists.Search(house.Karim, "person1202@example.org", 1, 10)).Items.Count.ShouldBe(1);
        async Task<Guid> Person(int i) => (await lists.Search(house.Karim, $"person{i}@example.org", 1, 10)).Items.Single().Id;
        var (noted, changed, asked) = (await Person(3), await Person(700), await Person(1_202));
        await house.Get<CustomerNotes>().Add(house.Karim, noted, new NewCustomerNote { Text = "Called." });
        await customers.Change(house.Karim, changed, new CustomerChange { Company = "Haddad" });
        await house
            .Get<Tickets>()
            .OpenFor(house.Karim, asked, new NewTicket { Title = "Where is it?", Description = "The payout of last week has not come." });
        await imports.Undo(house.Amina, done.Id);
        // Asked twice, it happens once.
        await imports.Undo(house.Amina, done.Id);
        var undone = await Done(house, done.Id);
        (undone.State, undone.Removed, undone.Kept).ShouldBe((ImportState.Undone, 1_200, 3));
        (await imports.Remaining(house.Amina, done.Id)).Select(c => c.Id).ShouldBe([noted, changed, asked], ignoreOrder: true);
        (await lists.Search(house.Karim, "person5@example.org", 1, 10)).Items.ShouldBeEmpty();
        (await lists.Search(house.Karim, "Person", 1, 100)).Total.ShouldBe(3);
        (await customers.Search(house.Karim, "person5@example.org")).ShouldBeEmpty();
        // Customers who existed before stay, and those taken back may be imported again.
        (await lists.Search(house.Karim, "sara@example.com", 1, 10)).Items.Count.ShouldBe(1);
        (await Run(house, Many(10))).ShouldSatisfyAllConditions(i => i.Added.ShouldBe(9), i => i.Skipped.ShouldBe(1));
        (await house.Events(house.Amina.TenantId)).Count(e => e.Kind == "CustomerImportUndone" && e.SubjectId == done.Id).ShouldBe(1);
    }

    [Theory, EachDatabase]
    public async Task It_stops_where_it_is_asked_to_and_goes_on_where_a_process_ended(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var imports = house.Get<CustomerImports>();
        var import = await Upload(house, Many(1_700));
        await imports.Begin(house.Amina, import.Id);
        await imports.Stop(house.Amina, import.Id);
        var stopped = await Done(house, import.Id);
        (stopped.State, stopped.Added).ShouldBe((ImportState.Cancelled, 0));
        // The process ends in the middle: after the second batch the store gives no more of the file.
        await imports.Begin(house.Amina, import.Id);
        await using (var ended = house.Again(services => services.AddSingleton<IFileStore>(new Short(house.Get<IFileStore>(), 40_000))))
        {
            using var gone = new CancellationTokenSource();
            Short.Over = gone;
            await Should.ThrowAsync<OperationCanceledException>(() =>
                ended.Get<CustomerImports>().Work(Actor.System(house.Amina.TenantId, house.Clock), gone.Token)
            );
        }
        var half = await imports.Get(house.Amina, import.Id);
        half.State.ShouldBe(ImportState.Running);
        half.Added.ShouldBeInRange(500, 1_500);
        var done = await Done(house, import.Id);
        (done.State, done.Handled, done.Added, done.Skipped).ShouldBe((ImportState.Done, 1_700, 1_700, 0));
        await using var db = house.Store.Open(house.Amina);
        (await db.Customers.CountAsync(c => c.ImportId == import.Id)).ShouldBe(1_700);
        (await db.Customers.Select(c => c.Number).Distinct().CountAsync()).ShouldBe(await db.Customers.CountAsync());
    }

    [Fact]
    public async Task A_file_is_discarded_by_hand_or_after_a_week_and_the_line_stays()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        var imports = house.Get<CustomerImports>();
        var (unused, done) = (await Upload(house, Many(1)), await Run(house, Many(2)));
        var left = await Upload(house, Many(1));
        await imports.Discard(house.Amina, unused.Id);
        await Refused(() => imports.Get(house.Amina, unused.Id), RefusalKind.NotFound);
        house.Clock.Advance(TimeSpan.FromDays(8));
        await imports.RemoveOldFiles(Actor.System(house.Amina.TenantId, house.Clock));
        (await imports.List(house.Amina)).ShouldHaveSingleItem().ShouldBe(done with { HasFile = false });
        await Refused(() => imports.Head(house.Amina, done.Id), RefusalKind.NotFound);
        await Refused(() => imports.Get(house.Amina, left.Id), RefusalKind.NotFound);
        Directory.GetFiles(Path.Combine(house.Database.Folder, "files"), "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    /// <summary>An endless file that costs nothing.</summary>
    private sealed class Endless : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            buffer.Span.Fill((byte)'x');
            return ValueTask.FromResult(buffer.Length);
        }

        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }

    /// <summary>Gives the first bytes of a file; then the process is stopped.</summary>
    private sealed class Short(IFileStore inner, int bytes) : IFileStore
    {
        public static CancellationTokenSource? Over { get; set; }

        public Task Put(Guid tenantId, string key, Stream content, CancellationToken cancellation = default) =>
            inner.Put(tenantId, key, content, cancellation);

        public async Task<Stream?> Get(Guid tenantId, string key, CancellationToken cancellation = default) =>
            new Cut((await inner.Get(tenantId, key, cancellation))!, bytes);

        public Task Delete(Guid tenantId, string key, CancellationToken cancellation = default) =>
            inner.Delete(tenantId, key, cancellation);

        public Task RemoveRemains(DateTimeOffset before, CancellationToken cancellation = default) => Task.CompletedTask;

        private sealed class Cut(Stream file, int left) : MemoryStream
        {
            private int left = left;

            public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
            {
                if (left <= 0)
                {
                    await Over!.CancelAsync();
                    cancellationToken.ThrowIfCancellationRequested();
                    throw new OperationCanceledException();
                }
                var read = await file.ReadAsync(buffer[..Math.Min(buffer.Length, left)], cancellationToken);
                left -= read;
                return read;
            }
        }
    }
}
