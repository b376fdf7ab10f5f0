using System.Security.Cryptography;
using System.Text;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Engagement.Loyalty;

public enum CapPeriod
{
    Day,
    Month,
    Year,
    Ever,
}
