using CsDashboard.Accounts;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Notifications;

/// <summary>
/// Asks whoever made an account whether the address is theirs. It is the only mail to an unconfirmed address, so it carries nothing that
/// they wrote.
/// </summary>
public sealed class Confirmations(Store store, Notices notices) : IHandle<UserAdded>
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(7),
        Between = TimeSpan.FromMinutes(1);

    // Whom an admin invited has a mail of their own.
    public async Task Handle(Recorded<UserAdded> happening, AppDb db)
    {
        var id = happening.Event.UserId;
        if (
            !happening.Silent
            && await db.Users.SingleOrDefaultAsync(u => u.Id == id && u.PasswordHash != null && u.DisabledAt == null && !u.EmailConfirmed)
                is { } user
        )
            await Send(db, user);
    }

    /// <summary>
    /// The same mail once more, with a new link, to the actor. TooMany within a minute of the last, and beyond five a day. Nothing happens
    /// when the address is confirmed.
    /// </summary>
    public async Task SendAgain(Actor actor)
    {
        var id = actor.DemandUser();
        await store.Write(
            actor,
            async db =>
            {
                var user = await db.Users.SingleAsync(u => u.Id == id);
                if (user.EmailConfirmed)
                    return;
                var (most, within) = Ceilings.OfConfirmations;
                var sent = await Ceilings.Sent(db, AccountMails.Confirmation, user.Email!, within).Order().ToListAsync();
                if (sent.Count > 0 && sent[^1] + Between > actor.Now)
                    throw Refusal.TooMany(sent[^1] + Between - actor.Now);
                if (sent.Count >= most)
                    throw Refusal.TooMany(sent[^most] + within - actor.Now);
                await Send(db, user);
            }
        );
    }

    private async Task Send(AppDb db, User user)
    {
        var code = await Users.NewCode(db, user, CodePurpose.EmailConfirmation, Life);
        await notices.TellInSecret(
            db,
            new Recipient(null, null, "", user.Email!, user.Language),
            new Notice(AccountMails.Confirmation, "Mail_Confirm_Title")
            {
                ContentKey = "Mail_Confirm_Content",
                ContentValues = [(int)Life.TotalDays],
                Link = new LinkTo("confirm", code),
            },
            Life
        );
    }
}
