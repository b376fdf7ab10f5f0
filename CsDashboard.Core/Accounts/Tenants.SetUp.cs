using System.Security.Cryptography;
using System.Text;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Accounts;

/// <summary>The founding of the first company.</summary>
public sealed partial class Tenants
{
    // Printed to the log once, kept nowhere else; a restart makes a new one as long as there is no company.
    private string? setupCode;

    /// <summary>A code that lets <see cref="SetUp"/> found the first company.</summary>
    public string NewSetupCode() => setupCode = Convert.ToHexString(RandomNumberGenerator.GetBytes(10));

    /// <summary>Founds the first company and its owner. NotFound once there is one; Invalid for a wrong code.</summary>
    public async Task SetUp(SetupInput input, Visitor visitor)
    {
        if (await Any())
            throw Refusal.NotFound();
        input.Checked();
        CheckCode(input);
        // In one write: nobody could ever sign in to a company without an owner.
        var country = Countries.Of(input.Country);
        var (tenant, hash) = (
            New(input.Company!, "main", country?.Zones.FirstOrDefault() ?? "UTC", visitor.Clock, country?.Code),
            await passwords.Make(input.Password!, own: [input.Name, input.Email, input.Company])
        );
        await store.Write(
            Actor.System(tenant.Id, visitor.Clock),
            async db =>
            {
                if (await db.Tenants.AnyAsync())
                    throw Refusal.NotFound();
                await Found(db, tenant);
                await Users.Add(
                    db,
                    new NewAccount
                    {
                        Name = input.Name!,
                        Email = input.Email!,
                        Role = Role.Admin,
                        PasswordHash = hash,
                        TimeZone = tenant.TimeZone,
                    }
                );
            }
        );
        setupCode = null;
    }

    /// <summary>Invalid for what is wrong with these fields of a set-up ("code" …), before the others are typed.</summary>
    public async Task CheckSetUp(SetupInput input, IReadOnlyCollection<string> fields)
    {
        if (await Any())
            throw Refusal.NotFound();
        try
        {
            input.Checked();
        }
        catch (Refusal refusal) when (refusal.Kind == RefusalKind.Invalid)
        {
            var wrong = refusal.Fields.Where(fault => fields.Contains(fault.Field)).ToList();
            if (wrong.Count > 0)
                throw Refusal.Invalid(wrong);
        }
        if (fields.Contains("code"))
            CheckCode(input);
    }

    private void CheckCode(SetupInput input)
    {
        if (
            setupCode is null
            || !CryptographicOperations.FixedTimeEquals(
                Encoding.UTF8.GetBytes(setupCode),
                Encoding.UTF8.GetBytes(input.Code!.Trim().ToUpperInvariant())
            )
        )
            throw Refusal.Invalid("code", Words.Of("Setup_CodeWrong"));
    }
}
