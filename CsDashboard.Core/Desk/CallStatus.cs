using CsDashboard.Foundation.Storage;

namespace CsDashboard.Desk;

public enum CallStatus { Requested, Scheduled, Completed, Rejected, Cancelled }
