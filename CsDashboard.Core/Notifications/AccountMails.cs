using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Notifications;

/// <summary>
/// Mails that let somebody into an account. They show in no inbox, and what they say is wiped from the queue once they are
/// sent or have expired: the database keeps the code only as a hash.
/// </summary>
public sealed class AccountMails(Store store)
{
    // As long as the codes themselves live (Accounts/Users.cs).
    private static readonly TimeSpan InvitationLife = TimeSpan.FromHours(48);
    private static readonly TimeSpan ResetLife = TimeSpan.FromHours(2);

    /// <summary>The link with which somebody who was invited sets a password. The language is the reader's.</summary>
    public Task Invited(Actor actor, string name, string email, string code, string language) =>
        Queue(actor, "invitation", InvitationLife, new Recipient(null, null, name, email, language), code, actor.Name, "Mail_Invitation_Title", "Mail_Invitation_Content");

    /// <summary>The link with which somebody who forgot the password sets a new one. The actor stands for the company alone.</summary>
    public Task ForgotPassword(Actor actor, string name, string email, string code, string language) =>
        Queue(actor, "password_reset", ResetLife, new Recipient(null, null, name, email, language), code, name, "Mail_Reset_Title", "Mail_Reset_Content");

    private Task Queue(Actor actor, string kind, TimeSpan life, Recipient to, string code, string who, string titleKey, string contentKey) => store.Write(actor, db =>
    {
        db.Notifications.Add(new Notification
        {
            Channel = Channel.Email, Kind = kind, IsSecret = true, UsefulUntil = actor.Now + life, CreatedAt = actor.Now, NextAttemptAt = actor.Now,
            Language = to.Language, Address = Notices.OneLine(to.Email), AddressName = Notices.OneLine(to.Name),
            Title = Notices.OneLine(Words.In(to.Language, titleKey)),
            Content = Words.In(to.Language, contentKey, who, (int)life.TotalHours),
            Link = "/password?code=" + Uri.EscapeDataString(code),
        });
        db.AnnounceAfterCommit(MailSender.Queued);
        return Task.CompletedTask;
    });
}
