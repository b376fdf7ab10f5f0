using System.Globalization;
using CsDashboard.Accounts;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications.Channels;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Notifications;

/// <summary>A time of the day as a clock shows it: 22:00.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ClockTimeAttribute : System.ComponentModel.DataAnnotations.ValidationAttribute
{
    public static TimeOnly? Read(string? text) =>
        TimeOnly.TryParseExact(text, ["HH:mm", "HH:mm:ss", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? new TimeOnly(time.Hour, time.Minute)
            : null;

    protected override System.ComponentModel.DataAnnotations.ValidationResult? IsValid(
        object? value,
        System.ComponentModel.DataAnnotations.ValidationContext context
    ) =>
        string.IsNullOrEmpty(value as string) || Read(value as string) is not null
            ? null
            : new(Words.Of("ClockTime_Bad"), [context.MemberName ?? ""]);
}
