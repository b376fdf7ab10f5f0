using System.Diagnostics;
using System.Net.Http.Json;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using CsDashboard.Foundation;
using CsDashboard.Notifications;
using CsDashboard.Notifications.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace CsDashboard.Tests.Notifications;

public sealed class MailTests
{
    private static async Task<List<Notification>> Queue(House house, Actor? company = null)
    {
        await using var db = house.Store.Open(company ?? house.Product);
        return await db.Notifications.Where(n => n.Channel == Channel.Email).OrderBy(n => n.Id).ToListAsync();
    }

    private static async Task<List<ReadMail>> Pickup(House house) =>
        [
            .. await Task.WhenAll(
                Directory
                    .GetFiles(Path.Combine(house.Database.Folder, "mail"), "*.eml")
                    .Order(StringComparer.Ordinal)
                    .Select(async f => new ReadMail(await File.ReadAllTextAsync(f)))
            ),
        ];

    private sealed class FakeMailer(Func<Mail, Task> send) : IMailer
    {
        public Task Send(Mail mail, CancellationToken cancellation) => send(mail);
    }

    private static Task<House> With(Func<Mail, Task> send, DatabaseKind kind = DatabaseKind.Sqlite) =>
        House.On(kind, s => s.Replace(ServiceDescriptor.Singleton<IMailer>(new FakeMailer(send))));

    [Fact]
    public async Task An_Arabic_mail_reads_from_right_to_left_and_its_subject_survives()
    {
        await using var house = await House.On(
            DatabaseKind.Sqlite,
            s => s.Configure<Settings>(x => x.PublicUrl = "https://help.example.test")
        );
        var lina = await house.Newcomer(await house.Company("شركة النور"), "لينا العبدالله", language: "ar");
        var name = string.Concat(Enumerable.Repeat("سامي عبدالرحمن ", 6)).Trim();
        await InboxTests.Tell(house, lina, InboxTests.Said(name) with { Quote = "أهلاً <script>alert(1)</script>\nسطر" });
        (await house.Get<OutboxSender>().SendDue()).ShouldBe(1);
        var mail = (await Pickup(house)).Single();
        mail.Subject.ShouldBe(Words.In("ar", "Event_UserAdded", name));
        ReadMail.Decode(mail.Headers["from"]).ShouldContain("شركة النور");
        ReadMail.Decode(mail.Headers["to"]).ShouldContain("لينا العبدالله");
        mail.Html.ShouldContain("<html dir=\"rtl\" lang=\"ar\">");
        mail.Html.ShouldContain("href=\"https://help.example.test/desk/tickets/1\"");
        mail.Html.ShouldNotContain("<script>");
        mail.Text.ShouldContain("<script>alert(1)</script>");
        mail.Text.ShouldContain("https://help.example.test/desk/tickets/1");
        (await Queue(house, lina)).Single().Status.ShouldBe(Delivery.Sent);
        Directory.EnumerateFileSystemEntries(Path.Combine(house.Database.Folder, "mail", ".drafts")).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_English_mail_reads_from_left_to_right_and_encodes_the_company()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        var sam = await house.Newcomer(await house.Company("Other & Sons"), "Sam");
        await InboxTests.Tell(house, sam, InboxTests.Said("Ann"));
        await house.Get<OutboxSender>().SendDue();
        var mail = (await Pickup(house)).Single();
        mail.Html.ShouldContain("dir=\"ltr\" lang=\"en\"");
        mail.Html.ShouldContain("Other &amp; Sons");
        mail.Headers["auto-submitted"].ShouldBe("auto-generated");
    }

    [Fact]
    public async Task Nobody_writes_a_header_through_a_title_a_name_or_an_address()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await house.Store.Write(
            house.Product,
            db =>
                house
                    .Get<Notices>()
                    .Tell(
                        db,
                        new Recipient(null, null, "Eve\r\nBcc: all@example.test", "eve@example.test", "en"),
                        InboxTests.Said("x\r\nBcc: victim@example.test\n\nbody\u2028z\u0085w")
                    )
        );
        await house.Store.Write(
            house.Product,
            db =>
                house
                    .Get<Notices>()
                    .Tell(db, new Recipient(null, null, "Eve", "eve@example.test\r\nBcc: all@example.test", "en"), InboxTests.Said("x"))
        );
        await house.Get<OutboxSender>().SendDue();
        var mail = (await Pickup(house)).Single();
        mail.Headers.ContainsKey("Bcc").ShouldBeFalse();
        mail.Subject.ShouldStartWith("x Bcc: victim@example.test body z w");
        (await Queue(house))
            .Select(n => (n.Status, n.Reason))
            .ShouldBe([(Delivery.Sent, null), (Delivery.Held, Hold.Unreachable)], ignoreOrder: true);
    }

    [Theory, EachDatabase]
    public async Task A_mail_that_fails_is_tried_again_later_each_time_and_then_given_up(DatabaseKind kind)
    {
        var tries = 0;
        await using var house = await With(
            _ =>
            {
                tries++;
                throw new IOException("down");
            },
            kind
        );
        var lina = await house.Newcomer(house.Product, "Lina");
        await InboxTests.Tell(house, lina, InboxTests.Said("N"));
        var sender = house.Get<OutboxSender>();
        TimeSpan[] pauses =
        [
            TimeSpan.FromSeconds(30),
            TimeSpan.FromMinutes(2),
            TimeSpan.FromMinutes(10),
            TimeSpan.FromHours(1),
            TimeSpan.FromHours(6),
        ];
        await sender.SendDue();
        for (var i = 0; i < pauses.Length; i++)
        {
            tries.ShouldBe(i + 1);
            house.Clock.Advance(pauses[i] - TimeSpan.FromSeconds(1));
            (await sender.SendDue()).ShouldBe(0);
            house.Clock.Advance(TimeSpan.FromSeconds(1));
            (await sender.SendDue()).ShouldBe(1);
        }
        var row = (await Queue(house)).Single();
        (row.Status, row.Attempts, row.LastError, row.NextAttemptAt).ShouldBe((Delivery.Failed, 6, "down", null));
        house.Clock.Advance(TimeSpan.FromDays(9));
        (await sender.SendDue()).ShouldBe(0);
        // The inbox has it all the same.
        (await house.Get<Inbox>().Unread(lina)).ShouldBe(1);
    }

    [Fact]
    public async Task One_bad_mail_holds_up_no_other()
    {
        var sent = new System.Collections.Concurrent.ConcurrentBag<string>();
        await using var house = await With(m =>
            m.Subject.Contains("bad", StringComparison.Ordinal)
                ? throw new InvalidOperationException("poison")
                : Task.Run(() => sent.Add(m.Subject))
        );
        var (lina, other) = (await house.Newcomer(house.Product, "Lina"), await house.Newcomer(house.ProductOfOther, "Other"));
        await InboxTests.Tell(house, lina, InboxTests.Said("bad"));
        for (var i = 0; i < 50; i++)
            await InboxTests.Tell(house, i % 2 == 0 ? lina : other, InboxTests.Said("good" + i));
        while (await house.Get<OutboxSender>().SendDue() > 0) { }
        sent.Count.ShouldBe(50);
        (await Queue(house)).Count(n => n.Status == Delivery.Pending).ShouldBe(1);
        (await Queue(house, house.ProductOfOther)).ShouldAllBe(n => n.Status == Delivery.Sent);
    }

    [Theory, EachDatabase]
    public async Task Two_loops_never_make_the_same_attempt(DatabaseKind kind)
    {
        var sent = 0;
        await using var house = await With(
            async _ =>
            {
                Interlocked.Increment(ref sent);
                await Task.Delay(5);
            },
            kind
        );
        var lina = await house.Newcomer(house.Product, "Lina");
        for (var i = 0; i < 20; i++)
            await InboxTests.Tell(house, lina, InboxTests.Said("N"));
        await Task.WhenAll(house.Get<OutboxSender>().SendDue(), house.Get<OutboxSender>().SendDue());
        sent.ShouldBe(20);
    }

    [Fact]
    public async Task An_attempt_that_was_cut_off_is_made_again()
    {
        using var stop = new CancellationTokenSource();
        var tries = 0;
        await using var house = await With(async _ =>
        {
            if (++tries > 1)
                return;
            await stop.CancelAsync();
            throw new OperationCanceledException(stop.Token);
        });
        await InboxTests.Tell(house, await house.Newcomer(house.Product, "Lina"), InboxTests.Said("N"));
        await Should.ThrowAsync<OperationCanceledException>(() => house.Get<OutboxSender>().SendDue(stop.Token));
        (await Queue(house)).Single().Status.ShouldBe(Delivery.Pending);
        (await house.Get<OutboxSender>().SendDue()).ShouldBe(0);
        house.Clock.Advance(TimeSpan.FromMinutes(2));
        await house.Get<OutboxSender>().SendDue();
        (await Queue(house)).Single().Status.ShouldBe(Delivery.Sent);
    }

    [Fact]
    public async Task The_running_sender_wakes_when_a_mail_is_queued()
    {
        var arrived = new TaskCompletionSource();
        await using var house = await With(_ =>
        {
            arrived.TrySetResult();
            return Task.CompletedTask;
        });
        var sender = (IHostedService)house.Get<OutboxSender>();
        await sender.StartAsync(default);
        await Task.Delay(300, TestContext.Current.CancellationToken);
        await InboxTests.Tell(house, await house.Newcomer(house.Product, "Lina"), InboxTests.Said("N"));
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken);
        await sender.StopAsync(default);
    }

    [Fact]
    public async Task A_secret_link_is_wiped_once_it_is_sent_or_has_expired()
    {
        var down = false;
        var mails = new List<Mail>();
        await using var house = await With(m =>
        {
            if (down)
                throw new IOException("down");
            mails.Add(m);
            return Task.CompletedTask;
        });
        var admin = await house.Newcomer(house.Product, "Boss", Role.Admin);
        await house.Get<AccountMails>().Invited(admin, "New", "new@example.test", "c0de", "ar");
        await house.Get<OutboxSender>().SendDue();
        mails.Single().Text.ShouldContain("http://localhost:5000/password?code=c0de");
        mails.Single().Language.ShouldBe("ar");
        down = true;
        await house.Get<AccountMails>().ForgotPassword(house.Product, "new@example.test", "c0de", "en");
        for (var i = 0; i < 20; i++)
        {
            await house.Get<OutboxSender>().SendDue();
            house.Clock.Advance(TimeSpan.FromMinutes(10));
        }
        var rows = await Queue(house);
        rows.Select(r => r.Status).ShouldBe([Delivery.Sent, Delivery.Failed]);
        rows.ShouldAllBe(r => r.Link == null && r.Content == "");
    }

    // SMTP

    private static async Task<House> Over(LocalSmtp server, TimeSpan? timeout = null, bool? tls = false, X509Certificate2? trusted = null)
    {
        var settings = new MailSettings
        {
            Host = "127.0.0.1",
            Port = server.Port,
            User = "desk",
            Password = "pässword",
            From = "support@example.test",
            Tls = tls,
        };
        RemoteCertificateValidationCallback? trust = trusted is null
            ? null
            : (_, shown, _, _) => shown?.GetCertHashString() == trusted.Thumbprint;
        return await House.On(
            DatabaseKind.Sqlite,
            s => s.Replace(ServiceDescriptor.Singleton<IMailer>(new SmtpMailer(settings, timeout, trust)))
        );
    }

    [Fact]
    public async Task A_mail_server_is_given_the_mail_whole()
    {
        await using var server = new LocalSmtp();
        await using var house = await Over(server);
        await InboxTests.Tell(
            house,
            await house.Newcomer(house.Product, "Lina", language: "ar"),
            InboxTests.Said("سامي") with
            {
                Quote = ".\n.\n..dots",
            }
        );
        await house.Get<OutboxSender>().SendDue();
        var taken = server.Taken.Single();
        (taken.From, taken.User, taken.Password).ShouldBe(("support@example.test", "desk", "pässword"));
        var mail = new ReadMail(taken.Data);
        mail.Subject.ShouldBe(Words.In("ar", "Event_UserAdded", "سامي"));
        mail.Text.ShouldContain(".\n.\n..dots");
        (await Queue(house)).Single().Status.ShouldBe(Delivery.Sent);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(null)]
    public async Task Where_there_are_credentials_they_and_the_mail_are_said_only_once_the_line_is_secret(bool? tls)
    {
        using var certificate = LocalSmtp.NewCertificate();
        await using var server = new LocalSmtp { Certificate = certificate };
        await using var house = await Over(server, tls: tls, trusted: certificate);
        await InboxTests.Tell(house, await house.Newcomer(house.Product, "Lina"), InboxTests.Said("N"));
        await house.Get<OutboxSender>().SendDue();
        (await Queue(house)).Single().LastError.ShouldBeNull();
        var taken = server.Taken.Single();
        (taken.Secret, taken.User, taken.Password).ShouldBe((true, "desk", "pässword"));
        server.SaidInClear.ShouldBe(["EHLO", "STARTTLS"]);
    }

    [Fact]
    public async Task A_server_that_offers_no_TLS_or_shows_a_certificate_nobody_trusts_is_told_nothing()
    {
        using var certificate = LocalSmtp.NewCertificate();
        await using var plain = new LocalSmtp();
        await using var impostor = new LocalSmtp { Certificate = certificate };
        foreach (var server in new[] { plain, impostor })
        {
            await using var house = await Over(server, tls: null);
            await InboxTests.Tell(house, await house.Newcomer(house.Product, "Lina"), InboxTests.Said("N"));
            await house.Get<OutboxSender>().SendDue();
            var row = (await Queue(house)).Single();
            (row.Status, row.Attempts).ShouldBe((Delivery.Pending, 1));
            row.LastError.ShouldNotBeNullOrEmpty();
            server.Taken.ShouldBeEmpty();
            server.SaidInClear.Except(["EHLO", "STARTTLS", "QUIT"]).ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData(SmtpMood.Busy)]
    [InlineData(SmtpMood.Hanging)]
    [InlineData(SmtpMood.Dropping)]
    public async Task A_mail_server_in_trouble_gets_the_mail_again_later(SmtpMood mood)
    {
        await using var server = new LocalSmtp { Mood = mood };
        await using var house = await Over(server, TimeSpan.FromSeconds(1));
        await InboxTests.Tell(house, await house.Newcomer(house.Product, "Lina"), InboxTests.Said("N"));
        var watch = Stopwatch.StartNew();
        await house.Get<OutboxSender>().SendDue();
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
        var row = (await Queue(house)).Single();
        (row.Status, row.Attempts).ShouldBe((Delivery.Pending, 1));
        row.LastError.ShouldNotBeNullOrEmpty();
        server.Mood = SmtpMood.Friendly;
        house.Clock.Advance(TimeSpan.FromSeconds(30));
        await house.Get<OutboxSender>().SendDue();
        server.Taken.Count.ShouldBe(1);
        (await Queue(house)).Single().Status.ShouldBe(Delivery.Sent);
    }

    [Fact]
    public async Task An_address_that_is_refused_for_good_is_given_up_at_once()
    {
        await using var server = new LocalSmtp { Mood = SmtpMood.Refusing };
        await using var house = await Over(server);
        await InboxTests.Tell(house, await house.Newcomer(house.Product, "Lina"), InboxTests.Said("N"));
        await house.Get<OutboxSender>().SendDue();
        (await Queue(house)).Single().Status.ShouldBe(Delivery.Failed);
    }

    [Fact]
    public async Task A_server_that_hangs_on_one_address_serves_the_others()
    {
        await using var server = new LocalSmtp { Mood = SmtpMood.Hanging, MoodFor = "slow" };
        await using var house = await Over(server, TimeSpan.FromSeconds(2));
        var (slow, lina) = (await house.Newcomer(house.Product, "slow"), await house.Newcomer(house.Product, "Lina"));
        await InboxTests.Tell(house, slow, InboxTests.Said("N"));
        for (var i = 0; i < 10; i++)
            await InboxTests.Tell(house, lina, InboxTests.Said("N"));
        await house.Get<OutboxSender>().SendDue();
        server.Taken.Count.ShouldBe(10);
    }

    [Fact]
    public async Task Maildev_shows_the_mail_as_it_was_meant()
    {
        var program = Environment.GetEnvironmentVariable("CSDASHBOARD_TEST_MAILDEV");
        Assert.SkipWhen(string.IsNullOrEmpty(program) || !File.Exists(program), "CSDASHBOARD_TEST_MAILDEV names no maildev.");
        var (smtp, web) = (FreePort.Take(), FreePort.Take());
        await using var maildev = await NodeServer.Start(program!, $"--smtp {smtp} --web {web} --ip 127.0.0.1", web);
        var settings = new MailSettings
        {
            Host = "127.0.0.1",
            Port = smtp,
            From = "support@example.test",
        };
        await using var house = await House.On(DatabaseKind.Sqlite, s => s.Configure<Settings>(x => x.Mail = settings));
        var company = await house.Company("شركة النور");
        await InboxTests.Tell(house, await house.Newcomer(company, "لينا", language: "ar"), InboxTests.Said("سامي"));
        await house.Get<OutboxSender>().SendDue();
        (await Queue(house, company)).Single().LastError.ShouldBeNull();
        using var http = new HttpClient();
        var mail = (
            await http.GetFromJsonAsync<JsonElement[]>($"http://127.0.0.1:{web}/email", TestContext.Current.CancellationToken)
        )!.Single();
        mail.GetProperty("subject").GetString().ShouldBe(Words.In("ar", "Event_UserAdded", "سامي"));
        mail.GetProperty("html").GetString()!.ShouldContain("dir=\"rtl\"");
        mail.GetProperty("from")[0].GetProperty("name").GetString().ShouldBe("شركة النور");
    }
}
