using System.Globalization;
using CsDashboard.Accounts;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications;
using CsDashboard.Notifications.Channels;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Security;

/// <summary>
/// Reads what happens to accounts: writes their history, raises alerts and tells the owner. The alerts and their weight:
/// five failed sign-ins in a quarter of an hour (high); a sign-in from a new device after three failures within the hour (high, from a new
/// place critical), else from a new device (medium) or a new place (low); a recovery code used, the second factor switched off (medium); a
/// refresh token that came twice (high).
/// </summary>
public sealed class SecurityWatch(SecurityJournal journal, Notices notices)
    : IHandle<SignedIn>,
        IHandle<SignedOut>,
        IHandle<SignInFailed>,
        IHandle<AccountLocked>,
        IHandle<PasswordChanged>,
        IHandle<ProfileChanged>,
        IHandle<PasskeyAdded>,
        IHandle<PasskeyRemoved>,
        IHandle<SecondFactorEnabled>,
        IHandle<SecondFactorDisabled>,
        IHandle<RecoveryCodeUsed>,
        IHandle<SecondFactorBegun>,
        IHandle<RefreshTokenReused>
{
    private const int FailuresBefore = 3;

    public async Task Handle(Recorded<SignedIn> happening, AppDb db)
    {
        var e = happening.Event;
        await Write(db, happening, e.UserId, SecurityEventType.Login, device: e.Device);
        if (e.NewDevice)
            await Write(db, happening, e.UserId, SecurityEventType.DeviceAdded, device: e.Device);
        if (e.First)
            return;
        var since = happening.At - TimeSpan.FromHours(1);
        var failures = e.NewDevice
            ? await db.SecurityEvents.CountAsync(x =>
                x.UserId == e.UserId && x.Type == SecurityEventType.Login && !x.Succeeded && x.At > since && x.At <= happening.At
            )
            : 0;
        if (failures >= FailuresBefore)
            await Raise(db, happening, e.UserId, AlertType.UnusualLogin, e.NewPlace ? Severity.Critical : Severity.High, e.Block, e.Device);
        else if (e.NewDevice)
            await Raise(db, happening, e.UserId, AlertType.NewDevice, Severity.Medium, e.Block, e.Device);
        else if (e.NewPlace)
            await Raise(db, happening, e.UserId, AlertType.LocationChange, Severity.Low, e.Block, e.Device);
        if (e.NewDevice)
            await Tell(db, happening, e.UserId, "NewDevice", e.Device, e.Block);
    }

    public Task Handle(Recorded<SignedOut> happening, AppDb db) => Write(db, happening, happening.Event.UserId, SecurityEventType.Logout);

    public Task Handle(Recorded<SignInFailed> happening, AppDb db) =>
        Write(db, happening, happening.Event.UserId, SecurityEventType.Login, succeeded: false);

    public Task Handle(Recorded<AccountLocked> happening, AppDb db) =>
        Raise(
            db,
            happening,
            happening.Event.UserId,
            AlertType.MultipleFailedAttempts,
            Severity.High,
            Devices.Block(happening.Address),
            null
        );

    public Task Handle(Recorded<PasswordChanged> happening, AppDb db) =>
        Write(db, happening, happening.Event.UserId, SecurityEventType.PasswordChange);

    public Task Handle(Recorded<ProfileChanged> happening, AppDb db) =>
        Write(db, happening, happening.Event.UserId, SecurityEventType.ProfileUpdate);

    public async Task Handle(Recorded<PasskeyAdded> happening, AppDb db)
    {
        await Write(db, happening, happening.Event.UserId, SecurityEventType.DeviceAdded, "Security_Passkey", happening.Event.Passkey);
        await Tell(db, happening, happening.Event.UserId, "PasskeyAdded", null, Devices.Block(happening.Address));
    }

    public Task Handle(Recorded<PasskeyRemoved> happening, AppDb db) =>
        Write(db, happening, happening.Event.UserId, SecurityEventType.DeviceRemoved, "Security_Passkey", happening.Event.Passkey);

    public Task Handle(Recorded<SecondFactorEnabled> happening, AppDb db) =>
        Write(db, happening, happening.Event.UserId, SecurityEventType.DeviceAdded, "Security_SecondFactor");

    public async Task Handle(Recorded<SecondFactorDisabled> happening, AppDb db)
    {
        await Write(db, happening, happening.Event.UserId, SecurityEventType.DeviceRemoved, "Security_SecondFactor");
        await Raise(
            db,
            happening,
            happening.Event.UserId,
            AlertType.AccountAccess,
            Severity.Medium,
            Devices.Block(happening.Address),
            null
        );
        await Tell(db, happening, happening.Event.UserId, "SecondFactorOff", null, Devices.Block(happening.Address));
    }

    public Task Handle(Recorded<RecoveryCodeUsed> happening, AppDb db) =>
        Raise(db, happening, happening.Event.UserId, AlertType.AccountAccess, Severity.Medium, Devices.Block(happening.Address), null);

    public Task Handle(Recorded<RefreshTokenReused> happening, AppDb db) =>
        Raise(db, happening, happening.Event.UserId, AlertType.AccountAccess, Severity.High, Devices.Block(happening.Address), null);

    public async Task Handle(Recorded<SecondFactorBegun> happening, AppDb db)
    {
        if (await Recipients.OfUser(db, happening.Event.UserId) is { } owner)
            await notices.Tell(
                db,
                owner,
                new Notice(AccountMails.SecondFactorBegun, "Mail_SecondFactorBegun_Title")
                {
                    ContentKey = "Mail_SecondFactorBegun_Content",
                    ContentValues = [new SaidName(PersonName.First(owner.Name))],
                    Link = new LinkTo("second_factor"),
                }
            );
    }

    private static async Task Write<T>(
        AppDb db,
        Recorded<T> happening,
        Guid userId,
        SecurityEventType type,
        string? detail = null,
        string? value = null,
        string? device = null,
        bool succeeded = true
    )
        where T : IEvent
    {
        db.SecurityEvents.Add(
            new SecurityEvent
            {
                UserId = userId,
                CustomerId = await CustomerOf(db, userId),
                At = happening.At,
                Type = type,
                Kind = Word.Of(type),
                Severity = succeeded ? Severity.Low : Severity.Medium,
                Succeeded = succeeded,
                Detail = detail,
                Value = value,
                Address = happening.Address,
                Device = device,
            }
        );
        db.AnnounceAfterCommit(Topic.User(happening.TenantId, userId));
    }

    private Task Raise<T>(AppDb db, Recorded<T> happening, Guid userId, AlertType type, Severity severity, string? block, string? device)
        where T : IEvent =>
        journal.Raise(
            db,
            happening,
            new Suspect(type, severity)
            {
                UserId = userId,
                Block = block,
                Device = device,
            }
        );

    // By mail, since whoever took over an account can read its inbox.
    private async Task Tell<T>(AppDb db, Recorded<T> happening, Guid userId, string what, string? device, string? block)
        where T : IEvent
    {
        if (happening.Silent || await Recipients.OfUser(db, userId) is not { } owner)
            return;
        var zone = Zones.Of(await db.Users.Where(u => u.Id == userId).Select(u => u.TimeZone).SingleAsync());
        await notices.Tell(
            db,
            owner,
            new Notice(AccountMails.Security, $"Mail_{what}_Title")
            {
                ContentKey = $"Mail_{what}_Content",
                Link = new LinkTo("account"),
                Channels = [Channel.Email],
                ContentValues =
                [
                    new SaidName(PersonName.First(owner.Name)),
                    device ?? Words.In(owner.Language, "Device_Unknown"),
                    block ?? "?",
                    TimeZoneInfo.ConvertTime(happening.At, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
                ],
            }
        );
    }

    private static Task<Guid?> CustomerOf(AppDb db, Guid userId) =>
        db.Users.Where(u => u.Id == userId).Select(u => u.CustomerId).SingleOrDefaultAsync();
}
