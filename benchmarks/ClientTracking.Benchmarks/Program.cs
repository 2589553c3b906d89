using ClientTracking.Benchmarks.Storage;

// Storage is measured against databases, in seconds and not in nanoseconds: a mode of its own, which prints ratios to the raw statements.
if (args is ["storage", .. var wanted]) await StorageRun.RunAsync(wanted);
else BenchmarkDotNet.Running.BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
