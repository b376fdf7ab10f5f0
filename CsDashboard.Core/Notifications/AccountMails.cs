using CsDashboard.Foundation.Storage;

namespace CsDashboard.Notifications;

/// <summary>Mails that let somebody into an account. The language is the reader's; the database keeps the code only as a hash.</summary>
public sealed class AccountMails(Store store, Notices notices)
{
    internal const string Invitation = "invitation";
    internal const string Opening = "opening";
    internal const string PasswordReset = "password_reset";
    internal const string Confirmation = "email_confirmation";
    internal const string Security = "security";
    internal const string SecondFactorBegun = "security_second_factor";

    // As long as the codes themselves live (Accounts/Users.cs).
    private static readonly TimeSpan InvitationLife = TimeSpan.FromHours(48);
    private static readonly TimeSpan ResetLife = TimeSpan.FromHours(2);

    /// <summary>The link with which somebody whom the actor invited sets a password.</summary>
    public Task Invited(Actor actor, string name, string email, string code, string language) =>
        Queue(
            actor,
            new Recipient(null, null, name, email, language),
            InvitationLife,
            new LinkTo("password", code),
            new Notice(Invitation, "Mail_Invitation_Title")
            {
                ContentKey = "Mail_Invitation_Content",
                ContentValues = [new SaidName(actor.Name), (int)InvitationLife.TotalHours],
            }
        );

    /// <summary>The link with which somebody who forgot the password sets a new one. The actor only stands for the company.</summary>
    public Task ForgotPassword(Actor actor, string email, string code, string language, bool isConfirmed = true) =>
        Queue(
            actor,
            new Recipient(null, null, "", email, language) { IsConfirmed = isConfirmed },
            ResetLife,
            new LinkTo("password", code),
            new Notice(PasswordReset, "Mail_Reset_Title") { ContentKey = "Mail_Reset_Content", ContentValues = [(int)ResetLife.TotalHours] }
        );

    /// <summary>The link with which a customer whom the company knows opens an account. The actor only stands for the company.</summary>
    public Task Opens(Actor actor, string name, string email, string code, string language) =>
        Queue(
            actor,
            new Recipient(null, null, name, email, language),
            InvitationLife,
            new LinkTo("join", code),
            new Notice(Opening, "Mail_Opening_Title")
            {
                ContentKey = "Mail_Opening_Content",
                ContentValues = [(int)InvitationLife.TotalHours],
            }
        );

    private Task Queue(Actor actor, Recipient to, TimeSpan life, LinkTo link, Notice notice) =>
        store.Write(actor, db => notices.TellInSecret(db, to, notice with { Link = link }, life));
}
