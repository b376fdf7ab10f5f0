using System.Text;
using CsDashboard.Desk;
using CsDashboard.Desk.Calls;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation;
using CsDashboard.Web.Kit;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace CsDashboard.Web.Desk;

/// <summary>
/// A call as a file for the person's own calendar (RFC 5545): in the person's time zone, which the file describes, so that it stays right
/// when clocks change. Its id stays the same, so that a later file replaces an earlier one.
/// </summary>
internal static class CallCalendar
{
    public const string ContentType = "text/calendar; charset=utf-8";

    /// <summary>Refuses with Conflict while no time is fixed.</summary>
    public static async Task<IResult> File(Actor actor, CallRequests calls, Guid id)
    {
        var call = await calls.Get(actor, id);
        if (call.ScheduledAt is null)
            throw Refusal.Conflict(DeskTexts.Get("Calls.NoTimeYet"));
        return Results.File(Encoding.UTF8.GetBytes(Text(call, actor)), ContentType, "call.ics");
    }

    internal static string Text(CallView call, Actor reader)
    {
        var (at, zone) = (call.ScheduledAt!.Value, Zones.Of(reader.Role == Role.Customer ? call.TimeZone : reader.TimeZone));
        CalDateTime In(DateTimeOffset time) =>
            zone.Equals(TimeZoneInfo.Utc)
                ? new CalDateTime(time.UtcDateTime, CalDateTime.UtcTzId)
                : new CalDateTime(TimeZoneInfo.ConvertTime(time, zone).DateTime, zone.Id);
        var isOff = call.Status is not (CallStatus.Scheduled or CallStatus.Completed);
        var calendar = new Calendar { Method = isOff ? "CANCEL" : "PUBLISH", ProductId = "-//CsDashboard//Calls//EN" };
        if (!zone.Equals(TimeZoneInfo.Utc))
            calendar.AddTimeZone(VTimeZone.FromDateTimeZone(zone.Id, at.UtcDateTime.AddYears(-1), includeHistoricalData: false));
        calendar.Events.Add(
            new CalendarEvent
            {
                Uid = $"call-{call.Id:N}@csdashboard",
                DtStamp = new CalDateTime(call.UpdatedAt.UtcDateTime, CalDateTime.UtcTzId),
                Start = In(at),
                End = In(at.AddMinutes(call.Minutes)),
                // Grows with every later state of the same call; in seconds.
                Sequence = (int)Math.Max(0, (call.UpdatedAt - call.CreatedAt).TotalSeconds),
                Summary = Title(call, reader),
                Description = Lines(call),
                Status = isOff ? "CANCELLED" : "CONFIRMED",
            }
        );
        return new CalendarSerializer().SerializeToString(calendar) ?? "";
    }

    private static string Title(CallView call, Actor reader)
    {
        var with = reader.Role == Role.Customer ? call.AgentName : call.CustomerName;
        return with is null ? DeskTexts.Get("Calls.Event") : DeskTexts.Get("Calls.EventWith", with);
    }

    private static string Lines(CallView call) =>
        string.Join(
            '\n',
            new[] { call.Subject is null ? null : $"{call.TicketNumber}: {call.Subject}", call.Phone, call.Note }.Where(line =>
                !string.IsNullOrWhiteSpace(line)
            )
        );
}
