using CsDashboard.Desk;
using CsDashboard.Desk.LiveChat;
using CsDashboard.Desk.Sla;

namespace CsDashboard.Web.Desk;

/// <summary>A company's chat settings as a form. Without hours of its own the chat follows the business hours, holidays included.</summary>
public sealed class ChatForm
{
    public bool IsOn { get; set; }
    public bool OwnHours { get; set; }
    public List<SlaForm.Day> Week { get; } = [];
    public string TimeZone { get; set; } = "UTC";
    public int Capacity { get; set; }
    public int AwayMinutes { get; set; }

    public static ChatForm Of(ChatSettings settings, BusinessHours business)
    {
        var hours = settings.Hours ?? business;
        var form = new ChatForm
        {
            IsOn = settings.IsOn,
            OwnHours = settings.Hours is not null,
            TimeZone = hours.TimeZone,
            Capacity = settings.Capacity,
            AwayMinutes = settings.AwayMinutes,
        };
        form.Week.AddRange(SlaForm.WeekOf(hours));
        return form;
    }

    public ChatSettings Read(BusinessHours business) =>
        new(
            IsOn,
            OwnHours
                ? new BusinessHours(
                    TimeZone,
                    [.. Week.Where(d => d.Works).Select(d => new WorkingDay(d.Name, d.From, d.To))],
                    business.Holidays
                )
                : null,
            Capacity,
            AwayMinutes
        );
}
