using CsDashboard.Foundation.Storage;

namespace CsDashboard.Desk.Calls;

public enum CallStatus
{
    Requested,
    Scheduled,
    Completed,
    Rejected,
    Cancelled,
}
