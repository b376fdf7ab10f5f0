using System.Net;
using System.Text.RegularExpressions;
using Bunit;
using CsDashboard.Accounts;
using CsDashboard.Customers;
using CsDashboard.Desk;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation;
using CsDashboard.Notifications;
using CsDashboard.Notifications.Channels;
using CsDashboard.Security;
using CsDashboard.Tests.Desk;
using CsDashboard.Web.Accounts.Parts;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Tests.Notifications;

/// <summary>One mail goes to an unconfirmed address, and it carries nothing that its sender wrote.</summary>
public sealed class ConfirmationsTests
{
    private const string Lure = "WIN 1000 USD now at http://evil.example/claim";

    private static async Task<SignInOutcome> Register(House house, string name = Lure) =>
        await house
            .Get<CsDashboard.Customers.CustomerRecords>()
            .Register(
                new Registration
                {
                    Name = name,
                    Email = "stranger@victim.example",
                    Password = "a long-enough phrase 9",
                    Phone = "+966501234567",
                },
                house.At(),
                tokens: false
            );

    private static async Task<List<Notification>> Sent(House house, Channel? channel = null)
    {
        await house.Drain();
        await house.Get<OutboxSender>().SendDue();
        await using var db = house.Store.Open(house.Product);
        return await db.Notifications.Where(n => n.Channel == (channel ?? Channel.Email)).OrderBy(n => n.Id).ToListAsync();
    }

    private static IReadOnlyList<ReadMail> Mails(House house) =>
        [
            .. Directory
                .GetFiles(Path.Combine(house.Database.Folder, "mail"), "*.eml")
                .OrderBy(File.GetCreationTimeUtc)
                .Select(f => new ReadMail(File.ReadAllText(f))),
        ];

    private static string CodeIn(ReadMail mail) => Uri.UnescapeDataString(Regex.Match(mail.Text, @"/confirm\?code=(\S+)").Groups[1].Value);

    [Theory, EachDatabase]
    public async Task Whoever_registers_a_strangers_address_has_one_mail_sent_there_without_a_word_of_theirs(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var me = (await Register(house)).Actor;
        for (var i = 0; i < 6; i++)
            await house.Get<OwnSecurity>().BeginSecondFactor(me, me.CustomerId!.Value);
        foreach (var type in new[] { "email", "sms", "offer", "alert" })
            await house.Get<Deliveries>().Tell(house.Karim, me.CustomerId!.Value, new Announcement { Type = type, Message = "Hello" });
        var rows = (await Sent(house)).Where(r => r.Address == "stranger@victim.example").ToList();
        rows.Where(r => r.Status == Delivery.Sent).ShouldHaveSingleItem().Kind.ShouldBe("email_confirmation");
        rows.Where(r => r.Status != Delivery.Sent).ShouldAllBe(r => r.Status == Delivery.Held && r.Reason == Hold.Unconfirmed);
        (await Sent(house, Channel.Sms)).ShouldAllBe(r => r.Status == Delivery.Held && r.Reason == Hold.Unconfirmed);
        var mail = Mails(house).ShouldHaveSingleItem();
        foreach (var part in (string[])[mail.Subject, mail.Text, mail.Html, .. mail.Headers.Values.Select(ReadMail.Decode)])
            part.ShouldNotContain("evil.example");
        // The log of the customer says why.
        var log = await house.Get<Deliveries>().List(me);
        log.Items.Where(d => d.Channel != Channel.Bell).ShouldNotBeEmpty();
        log.Items.Where(d => d.Channel != Channel.Bell).ShouldAllBe(d => d.Reason == Hold.Unconfirmed);
    }

    [Theory, EachDatabase]
    public async Task The_link_confirms_once_and_then_mail_goes_out(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var me = (await Register(house, "Mona")).Actor;
        (await house.Get<Users>().Me(me)).IsConfirmed.ShouldBeFalse();
        await Sent(house);
        var code = CodeIn(Mails(house).Single());
        (
            await Should.ThrowAsync<Refusal>(() =>
                house.Get<Users>().SetPasswordByCode(new NewPassword { Code = code, Password = "another long phrase 7" }, house.At())
            )
        )
            .Fields.Single()
            .Field.ShouldBe("code");
        await house.Get<Users>().ConfirmEmail(code, house.At());
        (await house.Get<Users>().Me(me)).IsConfirmed.ShouldBeTrue();
        (await Should.ThrowAsync<Refusal>(() => house.Get<Users>().ConfirmEmail(code, house.At()))).Kind.ShouldBe(RefusalKind.Invalid);
        (await Should.ThrowAsync<Refusal>(() => house.Get<Users>().ConfirmEmail("guess", house.At()))).Kind.ShouldBe(RefusalKind.Invalid);
        (await house.Events(house.Nour)).Count(e => e.Kind == nameof(EmailConfirmed)).ShouldBe(1);
        await house.Get<Deliveries>().Tell(house.Karim, me.CustomerId!.Value, new Announcement { Type = "email", Message = "Hello" });
        (await Sent(house)).Count(r => r.Address == "stranger@victim.example" && r.Status == Delivery.Sent).ShouldBe(2);
    }

    [Theory, EachDatabase]
    public async Task A_link_for_a_new_password_and_an_invitation_confirm_as_well(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await Register(house, "Mona");
        var (reset, _) = (await house.Get<Users>().ForgotPassword("stranger@victim.example", house.At()))!.Value;
        await house.Get<Users>().SetPasswordByCode(new NewPassword { Code = reset, Password = "another long phrase 7" }, house.At());
        (await Confirmed(house, "stranger@victim.example")).ShouldBeTrue();

        var invited = await house
            .Get<Users>()
            .Invite(
                await house.In(house.Amina),
                new Invitation
                {
                    Name = "Noor",
                    Email = "noor@example.com",
                    Role = "agent",
                }
            );
        await house.Drain();
        (await Confirmed(house, "noor@example.com")).ShouldBeFalse();
        await house.Get<Users>().SetPasswordByCode(new NewPassword { Code = invited, Password = "another long phrase 7" }, house.At());
        (await Confirmed(house, "noor@example.com")).ShouldBeTrue();
        (await Sent(house)).ShouldNotContain(r => r.Address == "noor@example.com" && r.Kind == "email_confirmation");
    }

    private static async Task<bool> Confirmed(House house, string email)
    {
        await using var db = house.Store.Open(house.Product);
        return await db.Users.Where(u => u.Email == email).Select(u => u.EmailConfirmed).SingleAsync();
    }

    [Fact]
    public async Task It_is_sent_again_now_and_then_and_not_for_ever()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        var me = (await Register(house, "Mona")).Actor;
        await house.Drain();
        (await Should.ThrowAsync<Refusal>(() => house.Get<Confirmations>().SendAgain(me))).RetryAfter!.Value.ShouldBeInRange(
            TimeSpan.FromSeconds(1),
            TimeSpan.FromMinutes(1)
        );
        for (var i = 0; i < 4; i++)
        {
            house.Clock.Advance(TimeSpan.FromMinutes(2));
            await house.Get<Confirmations>().SendAgain(me);
        }
        house.Clock.Advance(TimeSpan.FromMinutes(2));
        (await Should.ThrowAsync<Refusal>(() => house.Get<Confirmations>().SendAgain(me))).RetryAfter!.Value.ShouldBeGreaterThan(
            TimeSpan.FromHours(23)
        );
        await Sent(house);
        // The newest link is the one that holds.
        var codes = Mails(house).Select(CodeIn).ToList();
        codes.Count.ShouldBe(5);
        var good = 0;
        foreach (var code in codes)
        {
            try
            {
                await house.Get<Users>().ConfirmEmail(code, house.At());
                good++;
            }
            catch (Refusal)
            { /* an older one */
            }
        }
        good.ShouldBe(1);
        await house.Get<Confirmations>().SendAgain(me);
    }

    [Theory, EachDatabase]
    public async Task What_an_account_tells_its_owner_comes_to_an_end_by_its_kind(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        for (var i = 0; i < 6; i++)
            await house.Get<OwnSecurity>().BeginSecondFactor(house.Sara, house.Sara.CustomerId!.Value);
        var begun = (await Sent(house)).Where(r => r.Kind == "security_second_factor").ToList();
        begun.Count(r => r.Status == Delivery.Sent).ShouldBe(1);
        begun.Where(r => r.Status != Delivery.Sent).ShouldAllBe(r => r.Status == Delivery.Held && r.Reason == Hold.Ceiling);
        house.Clock.Advance(TimeSpan.FromMinutes(61));
        await house.Get<OwnSecurity>().BeginSecondFactor(house.Sara, house.Sara.CustomerId!.Value);
        (await Sent(house)).Count(r => r.Kind == "security_second_factor" && r.Status == Delivery.Sent).ShouldBe(2);

        // An unconfirmed address gets as few links for new passwords.
        await Register(house, "Mona");
        for (var i = 0; i < 9; i++)
        {
            house.Clock.Advance(TimeSpan.FromMinutes(70));
            await house.Get<AccountMails>().ForgotPassword(house.Product, "stranger@victim.example", "code", "en", isConfirmed: false);
        }
        var resets = (await Sent(house)).Where(r => r.Kind == "password_reset").ToList();
        resets.Count(r => r.Status != Delivery.Held).ShouldBe(5);
        resets.Where(r => r.Status == Delivery.Held).ShouldAllBe(r => r.Link == null && r.Content == "");
    }

    [Fact]
    public async Task The_portal_asks_for_it_in_one_line_until_it_is_done()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        var me = (await Register(house, "Mona")).Actor;
        await house.Drain();
        await using var screen = Screen.Of(house, me);
        var line = screen.Render<ConfirmLine>();
        await line.WaitForElement(".notice button").ClickAsync(new());
        line.WaitForAssertion(() => line.Find(".notice").TextContent.ShouldContain("Try again in"));
        house.Clock.AdvanceMinutes(2);
        line = screen.Render<ConfirmLine>();
        await line.WaitForElement(".notice button").ClickAsync(new());
        line.WaitForAssertion(() => line.Find(".notice").TextContent.ShouldContain("Sent"));
        await Sent(house);
        foreach (var mail in Mails(house))
        {
            try
            {
                await house.Get<Users>().ConfirmEmail(CodeIn(mail), house.At());
            }
            catch (Refusal)
            { /* the older one */
            }
        }
        line.WaitForAssertion(() => line.FindAll(".notice").ShouldBeEmpty());
        await using var saras = Screen.Of(house, house.Sara);
        saras.Render<ConfirmLine>().FindAll(".notice").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Sara Haddad", true)]
    [InlineData("Wwwilliam", true)]
    [InlineData(Lure, false)]
    [InlineData("www.evil.example", false)]
    [InlineData("Sara\nBcc: x@y", false)]
    [InlineData("Sara\u2028x", false)]
    public void A_name_that_holds_a_link_or_a_line_break_is_not_said(string name, bool said)
    {
        Words.In("en", "Notice_Call_Title", new SaidName(name)).Contains(name, StringComparison.Ordinal).ShouldBe(said);
        Words
            .In("ar", "Notice_Call_Title", new SaidName(name))
            .Contains(said ? name : "اسم محجوب", StringComparison.Ordinal)
            .ShouldBeTrue();
    }

    [Fact]
    public async Task A_name_with_a_link_is_in_no_mail_to_staff()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        var me = (await Register(house)).Actor;
        await house.Drain();
        await house
            .Get<Tickets>()
            .Open(
                me,
                new NewTicket
                {
                    Title = "Late",
                    Description = "It was due.",
                    Type = "issue",
                }
            );
        await house.Drain();
        var rows = (await Sent(house)).Where(r => r.Address != "stranger@victim.example").ToList();
        rows.ShouldNotBeEmpty();
        rows.ShouldAllBe(r => !r.Title.Contains("evil.example") && !r.Content.Contains("evil.example"));
    }
}
