using System.Globalization;
using CsDashboard.Foundation;
using Microsoft.Extensions.Options;

namespace CsDashboard.Web.Server;

/// <summary>Outside Development the address must be given, and be one that nobody can listen to unless that is meant.</summary>
internal sealed class PublicAddressCheck(IHostEnvironment environment) : IValidateOptions<Settings>
{
    public ValidateOptionsResult Validate(string? name, Settings settings)
    {
        if (environment.IsDevelopment())
            return ValidateOptionsResult.Success;
        if (settings.PublicUrl.Length == 0)
            return ValidateOptionsResult.Fail(
                "CsDashboard:PublicUrl is missing; give the address under which people reach the product, as https://help.example.com."
            );
        if (settings.PublicUrl.StartsWith("http:", StringComparison.OrdinalIgnoreCase) && !settings.AllowHttp)
            return ValidateOptionsResult.Fail(
                $"CsDashboard:PublicUrl is '{settings.PublicUrl}': passwords would travel in the open. Give an https address, or set CsDashboard:AllowHttp to true if that is meant."
            );
        return ValidateOptionsResult.Success;
    }
}
