using ClientTracking.Samples;

return await Sample.RunAsync(args, Streams.OfTheConsole());
