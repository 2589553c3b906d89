using ClientTracking.CrashHost;

// A host process for tests that kill it: <store> <connection>. It says when it is ready, and does what each line of its input tells it.
var store = Stores.Open(args[0], args[1]);
await store.OpenSession(Stores.Tenant).FindAsync(default, default);
var roles = new Roles(store, Console.Out);
while (true)
{
    roles.Say("READY");
    if (Console.ReadLine() is not { } line) return;
    var words = line.Split(' ');
    await roles.RunAsync(words[0], words[1..]);
}
