using CsDashboard.Foundation.Storage;

namespace CsDashboard.Desk;

public enum MessageDirection { Inbound, Outbound }
