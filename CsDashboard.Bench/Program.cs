using CsDashboard.Bench;

if (args is ["crash-writer", var folder]) return await CrashWriter.Run(folder);

Console.WriteLine("bench");
return 0;
