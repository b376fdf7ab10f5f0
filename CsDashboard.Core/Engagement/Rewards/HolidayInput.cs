using System.Security.Cryptography;
using System.Text;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Engagement.Rewards;

public sealed class HolidayInput
{
    public const int MaxName = 80;

    [Text(MaxName)]
    public string? Name { get; set; }

    [Text(MaxName, Optional = true)]
    public string? NameAr { get; set; }
    public DateOnly? Date { get; set; }
    public bool IsYearly { get; set; }
    public int? Days { get; set; } = 7;
    public bool IsOn { get; set; } = true;

    internal void CheckAll()
    {
        this.Checked();
        if (Date is not { Year: >= 2000 and <= 2100 })
            throw Refusal.Invalid("date", Words.Of("Range_Beyond", "2000-01-01", "2100-12-31"));
        if (Days is not (>= 1 and <= 60))
            throw Refusal.Invalid("days", Words.Of("Range_Beyond", 1, 60));
    }
}
