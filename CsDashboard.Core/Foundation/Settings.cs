using Microsoft.Extensions.Options;

namespace CsDashboard.Foundation;

public enum DatabaseKind
{
    Sqlite,
    Postgres,
}

/// <summary>The section CsDashboard of the configuration. Checked at start; what is wrong is said in a sentence.</summary>
public sealed class Settings
{
    /// <summary>Holds csdashboard.db, keys/, files/, mail/ and sms/.</summary>
    public string DataFolder { get; set; } = "data";

    /// <summary>Seed the demo companies on an empty database.</summary>
    public bool Demo { get; set; }

    /// <summary>Nothing here is real: every page says so.</summary>
    public bool Test { get; set; }

    /// <summary>Header X-Service-API-Key or x-api-key. None closes the service API.</summary>
    public string? ServiceApiKey { get; set; }
    public DatabaseKind Database { get; set; } = DatabaseKind.Sqlite;

    /// <summary>ConnectionStrings:Default, for PostgreSQL.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>
    /// The address under which people reach the product, and the only one it answers under; used in e-mails. Without a slash at the end.
    /// Outside Development it must be given.
    /// </summary>
    public string PublicUrl { get; set; } = "http://localhost:5000";

    /// <summary>The public address may be http outside Development: a trial, a closed network.</summary>
    public bool AllowHttp { get; set; }

    /// <summary>
    /// Further host names, separated by commas, by which it may be called: an internal one for other programs. Without ports.
    /// </summary>
    public string? OtherHosts { get; set; }

    /// <summary>Browsers that were here hold every site under the public host to https, too.</summary>
    public bool HstsSubdomains { get; set; }

    /// <summary>
    /// Addresses or networks (10.0.0.5, 10.0.0.0/8), separated by commas, of proxies whose X-Forwarded-* headers are believed. None by
    /// default.
    /// </summary>
    public string? TrustedProxy { get; set; }
    public RateLimitSettings RateLimit { get; set; } = new();
    public MailSettings Mail { get; set; } = new();
    public SmsSettings Sms { get; set; } = new();
    public FileSettings Files { get; set; } = new();
    public VaultSettings Vault { get; set; } = new();
    public OutgoingSettings Outgoing { get; set; } = new();

    /// <summary>The company's own order service; without one orders are the ledger that shops fill.</summary>
    public ServiceSettings Orders { get; set; } = new();

    /// <summary>The company's own complaint service; without one complaints are tickets of that type.</summary>
    public ServiceSettings Complaints { get; set; } = new();
    public StripeSettings Stripe { get; set; } = new();
}

/// <summary>Where Stripe is; its keys are each company's own.</summary>
public sealed class StripeSettings
{
    /// <summary>The address of its API, or of something that stands in for it. Without a slash at the end.</summary>
    public string Url { get; set; } = "https://api.stripe.com";
}

/// <summary>
/// Calls per client address on /api/*; 0 switches a limit off (contract C22), 0 for both every limit by address and by person.
/// </summary>
public sealed class RateLimitSettings
{
    public int PerMinute { get; set; } = 100;
    public int PerHour { get; set; } = 1000;

    public bool IsOff => this is { PerMinute: 0, PerHour: 0 };
}

/// <summary>Without a host, mails are written as .eml files into the folder mail/ of the data folder.</summary>
public sealed class MailSettings
{
    public string? Host { get; set; }
    public int Port { get; set; } = 25;
    public string? User { get; set; }
    public string? Password { get; set; }

    /// <summary>Whether the line must be secret. Not said: it must where there is a user.</summary>
    public bool? Tls { get; set; }
    public string From { get; set; } = "support@localhost";
}

/// <summary>
/// A gateway that takes text messages as Twilio does. Without an address they are written as files into the folder sms/ of the data folder.
/// </summary>
public sealed class SmsSettings
{
    public string? Url { get; set; }
    public string? User { get; set; }
    public string? Password { get; set; }

    /// <summary>The number or name that they come from.</summary>
    public string From { get; set; } = "CsDashboard";
}

/// <summary>Without an S3 address, files lie in the folder files/ of the data folder.</summary>
public sealed class FileSettings
{
    public string? S3Url { get; set; }
    public string? S3Bucket { get; set; }
    public string? S3AccessKey { get; set; }
    public string? S3SecretKey { get; set; }
    public string S3Region { get; set; } = "us-east-1";

    /// <summary>Megabytes that the files of one company may take together.</summary>
    public int QuotaMegabytes { get; set; } = 5_000;
}

public sealed class VaultSettings
{
    /// <summary>Six digits that open the vault of a company until one of its admins sets a PIN. None: it stays sealed until then.</summary>
    public string? Pin { get; set; }
}

public sealed class OutgoingSettings
{
    /// <summary>Lets calls to addresses that people enter (an exchange) reach machines of the own network. Off: they are refused.</summary>
    public bool AllowPrivate { get; set; }
}

/// <summary>A service of the company's own that is asked over HTTP.</summary>
public sealed class ServiceSettings
{
    /// <summary>
    /// The address of the call, with {customer} where the customer's userId stands:
    /// https://orders.example.com/api/customers/{customer}/orders.
    /// </summary>
    public string? Url { get; set; }

    /// <summary>Sent as X-Service-API-Key.</summary>
    public string? Key { get; set; }
}

public sealed class SettingsCheck : IValidateOptions<Settings>
{
    public ValidateOptionsResult Validate(string? name, Settings settings)
    {
        var faults = new List<string>();
        if (string.IsNullOrWhiteSpace(settings.DataFolder))
            faults.Add("CsDashboard:DataFolder is empty; name a folder that the service may write to.");
        if (settings.ServiceApiKey is { Length: < 8 })
            faults.Add(
                "CsDashboard:ServiceApiKey is shorter than 8 characters; choose a longer one, or remove it to close the service API."
            );
        if (settings.Database == DatabaseKind.Postgres && string.IsNullOrWhiteSpace(settings.ConnectionString))
            faults.Add(
                "CsDashboard:Database is Postgres, but ConnectionStrings:Default is missing; give it as Host=…;Database=…;Username=…;Password=…."
            );
        if (settings.RateLimit.PerMinute < 0 || settings.RateLimit.PerHour < 0)
            faults.Add("CsDashboard:RateLimit must not be negative; 0 switches a limit off.");
        if (settings.Mail.Host is not null && settings.Mail.Port is < 1 or > 65535)
            faults.Add($"CsDashboard:Mail:Port is {settings.Mail.Port}; a port lies between 1 and 65535 (25 or 587 as a rule).");
        if (!settings.Mail.From.Contains('@'))
            faults.Add($"CsDashboard:Mail:From is '{settings.Mail.From}', which is no e-mail address.");
        if (
            settings.Sms.Url is { } sms
            && (!Uri.TryCreate(sms, UriKind.Absolute, out var gateway) || gateway.Scheme is not ("http" or "https"))
        )
            faults.Add(
                $"CsDashboard:Sms:Url is '{sms}', which is no address; give it as https://sms.example.com/messages, or remove it to write text messages into a folder."
            );
        if (
            settings.PublicUrl.Length > 0
            && (!Uri.TryCreate(settings.PublicUrl, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        )
            faults.Add($"CsDashboard:PublicUrl is '{settings.PublicUrl}', which is no address; give it as https://help.example.com.");
        if (
            settings.Files.S3Url is not null
            && (settings.Files.S3Bucket is null || settings.Files.S3AccessKey is null || settings.Files.S3SecretKey is null)
        )
            faults.Add("CsDashboard:Files:S3Url is set, but S3Bucket, S3AccessKey and S3SecretKey are needed with it.");
        if (settings.Vault.Pin is { Length: > 0 } pin && (pin.Length != 6 || !pin.All(char.IsAsciiDigit)))
            faults.Add("CsDashboard:Vault:Pin is not six digits; give six, or remove it so that an admin sets one.");
        foreach (
            var proxy in settings.TrustedProxy?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? []
        )
            if (!System.Net.IPAddress.TryParse(proxy, out _) && !System.Net.IPNetwork.TryParse(proxy, out _))
                faults.Add($"CsDashboard:TrustedProxy names '{proxy}', which is neither an address (10.0.0.5) nor a network (10.0.0.0/8).");
        foreach (
            var (which, service) in new[] { (nameof(settings.Orders), settings.Orders), (nameof(settings.Complaints), settings.Complaints) }
        )
            if (
                service.Url is { } call
                && (
                    !call.Contains("{customer}", StringComparison.Ordinal)
                    || !Uri.TryCreate(call.Replace("{customer}", "x", StringComparison.Ordinal), UriKind.Absolute, out var at)
                    || at.Scheme is not ("http" or "https")
                )
            )
                faults.Add(
                    $"CsDashboard:{which}:Url is '{call}'; give an address with {{customer}} in it, as https://shop.example.com/api/customers/{{customer}}/orders."
                );
        faults.AddRange(OfStripe(settings.Stripe));
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> OfStripe(StripeSettings stripe)
    {
        if (!Uri.TryCreate(stripe.Url, UriKind.Absolute, out var at) || at.Scheme is not ("http" or "https"))
            yield return $"CsDashboard:Stripe:Url is '{stripe.Url}'; give the address of its API, as https://api.stripe.com.";
    }
}
