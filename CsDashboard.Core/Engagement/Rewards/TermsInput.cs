using System.Security.Cryptography;
using System.Text;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Engagement.Rewards;

public sealed class TermsInput
{
    public int? Points { get; set; }
    public int? Discount { get; set; }
    public int? ValidDays { get; set; }
    public bool IsOn { get; set; } = true;

    internal void CheckAll()
    {
        var faults = new List<FieldError>();
        if (Points is not (>= 0 and <= 100_000))
            faults.Add(new("points", Words.Of("Range_Beyond", 0, 100_000)));
        if (Discount is not (>= 0 and <= 100))
            faults.Add(new("discount", Words.Of("Range_Beyond", 0, 100)));
        if (ValidDays is not (>= 1 and <= 365))
            faults.Add(new("validDays", Words.Of("Range_Beyond", 1, 365)));
        if (faults.Count > 0)
            throw Refusal.Invalid(faults);
    }
}
